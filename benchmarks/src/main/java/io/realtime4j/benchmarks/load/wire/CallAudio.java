package io.realtime4j.benchmarks.load.wire;

import java.util.Base64;
import java.util.Random;

import io.realtime4j.benchmarks.load.report.Latencies;

/**
 * The audio of a call: pieces of 100 ms, each with a {@link Stamp}, and a look at those
 * that arrive.
 */
public final class CallAudio {

	/**
	 * How many bytes of PCM a piece has.
	 */
	public static final int PIECE = 4800;

	/**
	 * How many pieces are a second.
	 */
	public static final int PER_SECOND = 10;

	private static final int BASE64_PIECE = PIECE / 3 * 4;

	private static final String DELTA = "\"delta\":\"";

	private static final String APPEND = "\"audio\":\"";

	private CallAudio() {
	}

	/**
	 * Return a piece that is not silent and has room for a stamp.
	 * @return the PCM
	 */
	public static byte[] pcm() {
		byte[] pcm = new byte[PIECE];
		new Random(1).nextBytes(pcm);
		return pcm;
	}

	/**
	 * Return the same in base64.
	 * @return the text
	 */
	public static String base64() {
		return Base64.getEncoder().encodeToString(pcm());
	}

	/**
	 * Return where the audio of an event begins.
	 * @param event an audio delta or an append
	 * @return the index, or -1 if the event is another one
	 */
	public static int indexIn(String event) {
		if (event.length() < BASE64_PIECE) {
			return -1;
		}
		int delta = event.indexOf(DELTA);
		if (delta >= 0) {
			return delta + DELTA.length();
		}
		int append = event.indexOf(APPEND);
		return (append >= 0) ? append + APPEND.length() : -1;
	}

	/**
	 * Add the times that the pieces of an event took.
	 * @param event an event
	 * @param latencies where to
	 */
	public static void heard(String event, Latencies latencies) {
		int index = indexIn(event);
		if (index >= 0) {
			require((event.indexOf('"', index) - index) % BASE64_PIECE == 0);
			long now = Stamp.now();
			for (int end = event.indexOf('"', index); index < end; index += BASE64_PIECE) {
				latencies.add(now - Stamp.of(event, index));
			}
		}
	}

	/**
	 * Add the times that the pieces in some audio took.
	 * @param audio the audio
	 * @param latencies where to
	 */
	public static void heard(byte[] audio, Latencies latencies) {
		require(audio.length % PIECE == 0);
		long now = Stamp.now();
		for (int i = 0; i < audio.length; i += PIECE) {
			latencies.add(now - Stamp.of(audio, i));
		}
	}

	private static void require(boolean whole) {
		if (!whole) {
			throw new IllegalStateException("Audio does not arrive in whole pieces, which this program relies on");
		}
	}

}
