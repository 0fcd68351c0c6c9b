package io.realtime4j.model.audio;

import io.realtime4j.audio.AudioData;
import io.realtime4j.audio.Pcm;
import io.realtime4j.audio.WholeSamples;
import org.jspecify.annotations.Nullable;

/**
 * Decoder of speech that comes in pieces of any length, such as those that an audio sink
 * is given: half a sample at the end of a piece waits for the next one.
 * <p>
 * An instance belongs to one session and one thread at a time.
 *
 * @since 0.1.0
 */
public final class SpeechDecoder {

	private final WholeSamples samples = new WholeSamples();

	private @Nullable Object part;

	/**
	 * Return the next piece as PCM.
	 * @param part what the piece is a part of, such as the id of an item: half a sample
	 * does not wait for another part
	 * @param audio the piece on the wire
	 * @param format its format, or {@code null} for the default of the service
	 * @return the samples that are whole by now, maybe none
	 * @throws IllegalStateException if this library does not know the format
	 */
	public Pcm decode(@Nullable Object part, AudioData audio, @Nullable AudioFormat format) {
		if (part != null && !part.equals(this.part)) {
			clear();
		}
		this.part = part;
		return AudioFormats
			.decode(AudioFormats.isPcm(format) ? AudioData.wrap(this.samples.join(audio.bytes())) : audio, format);
	}

	/**
	 * Forget what waits: the next piece begins with a whole sample.
	 */
	public void clear() {
		this.samples.flush();
	}

}
