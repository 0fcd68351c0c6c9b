package io.realtime4j.simulator.session;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;

import io.realtime4j.simulator.settings.ServedLiveSettings;
import io.realtime4j.simulator.vad.EnergyDetector;
import io.realtime4j.simulator.vad.Loudness;
import io.realtime4j.simulator.vad.SpeechBoundary;
import io.realtime4j.simulator.wire.ProtocolException;
import org.jspecify.annotations.Nullable;

/**
 * The ear of a live session, which hears at the pace of time: what comes earlier waits,
 * and what does not come is silence.
 */
final class LiveHearing {

	private static final double THRESHOLD = 0.5;

	private static final int SILENCE_MILLIS = 300;

	private static final int MAX_WAITING_MILLIS = 10 * 60 * 1000;

	private final ServedLiveSettings settings;

	private final EnergyDetector detector;

	private final Queue<byte[]> waiting = new ArrayDeque<>();

	private final ByteArrayOutputStream spoken = new ByteArrayOutputStream();

	private byte[] present = new byte[0];

	private int position;

	private long waitingBytes;

	private byte[] latest = new byte[0];

	private boolean muted;

	private long startedAt;

	LiveHearing(ServedLiveSettings settings) {
		this.settings = settings;
		this.detector = new EnergyDetector(settings.rate());
	}

	void append(byte[] audio) {
		if (this.waitingBytes + audio.length > this.settings.bytes(MAX_WAITING_MILLIS)) {
			throw new ProtocolException("input_audio_overflow",
					"The audio comes faster than it is heard: more than 10 minutes of it wait.", "audio");
		}
		this.waiting.add(audio);
		this.waitingBytes += audio.length;
	}

	void mute(boolean muted) {
		this.muted = muted;
	}

	/**
	 * Return what was heard last, as PCM.
	 */
	byte[] latest() {
		return this.latest;
	}

	boolean isSpeaking() {
		return this.detector.isSpeaking();
	}

	/**
	 * Hear what comes next.
	 * @param now the time of the session
	 * @param millis how much to hear
	 * @return what was said, if it is complete now
	 */
	@Nullable Heard hear(long now, int millis) {
		byte[] encoded = next(this.settings.bytes(millis));
		byte[] pcm = (encoded.length > 0) ? this.settings.decode(encoded) : new byte[0];
		byte[] whole = new byte[this.settings.rate() * millis / 1000 * 2];
		if (!this.muted) {
			System.arraycopy(pcm, 0, whole, 0, Math.min(pcm.length, whole.length));
		}
		this.latest = whole;
		boolean speaking = this.detector.isSpeaking();
		Heard heard = null;
		for (SpeechBoundary boundary : this.detector.hear(whole, THRESHOLD, SILENCE_MILLIS)) {
			if (boundary.start()) {
				speaking = true;
				this.startedAt = now;
			}
			else {
				this.spoken.writeBytes(whole);
				byte[] speech = this.spoken.toByteArray();
				heard = new Heard(speech, Loudness.spokenMillis(speech, this.settings.rate(), THRESHOLD),
						this.startedAt, now + millis);
				this.spoken.reset();
				speaking = false;
			}
		}
		if (speaking) {
			this.spoken.writeBytes(whole);
		}
		return heard;
	}

	private byte[] next(int size) {
		byte[] result = new byte[size];
		int filled = 0;
		while (filled < size) {
			if (this.position == this.present.length) {
				byte[] upcoming = this.waiting.poll();
				if (upcoming == null) {
					break;
				}
				this.present = upcoming;
				this.position = 0;
			}
			int length = Math.min(size - filled, this.present.length - this.position);
			System.arraycopy(this.present, this.position, result, filled, length);
			filled += length;
			this.position += length;
		}
		this.waitingBytes -= filled;
		return Arrays.copyOf(result, filled);
	}

	/**
	 * Something that was said.
	 *
	 * @param pcm its sound as PCM16
	 * @param spokenMillis how long the speech is
	 * @param startMillis when it began, in the time of the session
	 * @param endMillis when it was over
	 */
	@SuppressWarnings("ArrayRecordComponent")
	record Heard(byte[] pcm, long spokenMillis, long startMillis, long endMillis) {
	}

}
