package io.realtime4j.model.transcription;

/**
 * Usage of a transcription that is billed by time.
 *
 * @param seconds the length of the audio in seconds
 * @since 0.1.0
 */
public record TranscriptionDuration(double seconds) implements TranscriptionUsage {

	@Override
	public String type() {
		return "duration";
	}

}
