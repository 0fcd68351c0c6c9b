package io.realtime4j.spring.bridge.page;

import io.realtime4j.audio.PcmResampler;
import io.realtime4j.audio.WholeSamples;
import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.AudioFormats;
import io.realtime4j.session.RealtimeSession;
import org.jspecify.annotations.Nullable;

/**
 * Passes on what the microphone of a page hears. It belongs to one connection, and to the
 * thread that reads it.
 */
final class PageMicrophone {

	/**
	 * The service refuses to take less for a turn.
	 */
	private static final long SHORTEST_TURN_MILLIS = 100;

	private final RealtimeSession session;

	private final @Nullable AudioFormat format;

	private final WholeSamples samples = new WholeSamples();

	private final PcmResampler resampler;

	private boolean muted;

	private long turnBytes;

	/**
	 * Create a microphone.
	 * @param session the session that hears it
	 * @param format the input format of the session, or {@code null} for the default
	 * @param sampleRate the rate of what the page sends, in Hz
	 */
	PageMicrophone(RealtimeSession session, @Nullable AudioFormat format, int sampleRate) {
		this.session = session;
		this.format = format;
		this.resampler = new PcmResampler(sampleRate, PageAudio.rate(format));
	}

	void mute(boolean muted) {
		this.muted = muted;
	}

	void hear(byte[] pcm16) {
		// What is not heard may end within a sample as well
		byte[] whole = this.samples.join(pcm16);
		if (!this.muted) {
			append(this.resampler.resample(whole));
		}
	}

	/**
	 * End a turn for whose end the page is responsible.
	 * @return whether it is long enough to be answered
	 */
	boolean endTurn() {
		append(this.resampler.flush());
		boolean worthwhile = AudioFormats.millis(this.turnBytes, this.format) >= SHORTEST_TURN_MILLIS;
		if (worthwhile) {
			this.session.commitAudio();
		}
		else if (this.turnBytes > 0) {
			this.session.clearAudio();
		}
		this.turnBytes = 0;
		return worthwhile;
	}

	private void append(byte[] pcm16) {
		byte[] audio = PageAudio.encode(pcm16, this.format);
		if (audio.length > 0) {
			this.turnBytes += audio.length;
			this.session.appendAudio(audio);
		}
	}

}
