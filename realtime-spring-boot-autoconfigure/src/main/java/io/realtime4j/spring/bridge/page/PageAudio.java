package io.realtime4j.spring.bridge.page;

import io.realtime4j.audio.G711;
import io.realtime4j.audio.PcmResampler;
import io.realtime4j.audio.WholeSamples;
import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.AudioFormats;
import io.realtime4j.model.audio.AudioPcma;
import io.realtime4j.model.audio.AudioPcmu;
import org.jspecify.annotations.Nullable;

/**
 * Translates between the format of a session and PCM, which is all that pages know.
 */
final class PageAudio {

	private static final int DEFAULT_RATE = 24_000;

	private static final int MIN_RATE = 8000;

	private static final int MAX_RATE = 192_000;

	private PageAudio() {
	}

	/**
	 * Return the rate of a format.
	 * @param format the format, or {@code null} for the default of the service
	 * @return the rate in Hz
	 */
	static int rate(@Nullable AudioFormat format) {
		int rate = AudioFormats.sampleRate(format);
		return (rate >= MIN_RATE && rate <= MAX_RATE) ? rate : DEFAULT_RATE;
	}

	static byte[] encode(byte[] pcm16, @Nullable AudioFormat format) {
		if (format instanceof AudioPcmu) {
			return G711.encodeUlaw(pcm16);
		}
		return (format instanceof AudioPcma) ? G711.encodeAlaw(pcm16) : pcm16;
	}

	/**
	 * Return a decoder of one stream.
	 * @param format the format of the stream
	 * @param rate the rate that shall come out, in Hz
	 * @return the decoder
	 */
	static Decoder decoder(AudioFormat format, int rate) {
		int source = rate(format);
		return new Decoder(format, new WholeSamples(), (source != rate) ? new PcmResampler(source, rate) : null);
	}

	/**
	 * Decodes one stream.
	 *
	 * @param format the format of the stream
	 * @param samples joins those that are split between two pieces
	 * @param resampler changes the rate, or {@code null} if it is right
	 */
	record Decoder(AudioFormat format, WholeSamples samples, @Nullable PcmResampler resampler) {

		byte[] decode(byte[] audio) {
			byte[] pcm16 = linear(audio);
			return (this.resampler != null) ? this.resampler.resample(pcm16) : pcm16;
		}

		byte[] flush() {
			this.samples.flush();
			return (this.resampler != null) ? this.resampler.flush() : new byte[0];
		}

		private byte[] linear(byte[] audio) {
			if (this.format instanceof AudioPcmu) {
				return G711.decodeUlaw(audio);
			}
			return (this.format instanceof AudioPcma) ? G711.decodeAlaw(audio) : this.samples.join(audio);
		}

	}

}
