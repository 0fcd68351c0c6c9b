package io.realtime4j.spring.phone.engine;

import io.realtime4j.audio.PcmResampler;
import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.AudioFormats;
import org.jspecify.annotations.Nullable;

/**
 * Converts a stream of audio between a line and its session: PCM is resampled, and G.711
 * is passed on as it is. Not thread-safe.
 */
final class LineConverter {

	private static final byte[] NOTHING = {};

	private final @Nullable PcmResampler resampler;

	private LineConverter(AudioFormat from, AudioFormat to) {
		this.resampler = AudioFormats.isPcm(from)
				? new PcmResampler(AudioFormats.sampleRate(from), AudioFormats.sampleRate(to)) : null;
	}

	/**
	 * Create a converter of what the caller says.
	 * @param line the format of the line
	 * @param session the format of the session
	 * @return the converter
	 */
	static LineConverter toSession(AudioFormat line, AudioFormat session) {
		return new LineConverter(line, session);
	}

	/**
	 * Create a converter of what the model says.
	 * @param line the format of the line
	 * @param session the format of the session
	 * @return the converter
	 */
	static LineConverter toLine(AudioFormat line, AudioFormat session) {
		return new LineConverter(session, line);
	}

	/**
	 * Convert the next piece of the stream.
	 * @param audio the piece, of any length
	 * @return what is complete by now, maybe empty
	 */
	byte[] convert(byte[] audio) {
		return (this.resampler != null) ? this.resampler.resample(audio) : audio;
	}

	/**
	 * End the stream. What comes next belongs to another one.
	 * @return the rest, maybe empty
	 */
	byte[] flush() {
		return (this.resampler != null) ? this.resampler.flush() : NOTHING;
	}

}
