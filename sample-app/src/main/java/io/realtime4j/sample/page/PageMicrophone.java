package io.realtime4j.sample.page;

import io.realtime4j.audio.PcmResampler;
import io.realtime4j.session.RealtimeSession;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Passes on what the microphone of a page hears. There is one desk: two pages that speak
 * at once are heard as one.
 */
@Component
class PageMicrophone {

	private static final int RATE = 24_000;

	/**
	 * Enough for the server to notice that somebody has ended.
	 */
	private static final byte[] ONE_SECOND_OF_SILENCE = new byte[2 * RATE];

	private final RealtimeSession session;

	private @Nullable PcmResampler resampler;

	private int rate;

	PageMicrophone(RealtimeSession session) {
		this.session = session;
	}

	/**
	 * Take the next piece.
	 * @param pcm16 the samples of one channel, 16 bits each
	 * @param rate how many there are in a second
	 */
	synchronized void hear(byte[] pcm16, int rate) {
		PcmResampler resampler = this.resampler;
		if (resampler == null || rate != this.rate) {
			resampler = new PcmResampler(rate, RATE);
			this.resampler = resampler;
			this.rate = rate;
		}
		this.session.appendAudio(resampler.resample(pcm16));
	}

	/**
	 * End: what was said last shall be answered.
	 */
	synchronized void end() {
		if (this.resampler != null) {
			this.session.appendAudio(this.resampler.flush());
			this.session.appendAudio(ONE_SECOND_OF_SILENCE);
		}
	}

}
