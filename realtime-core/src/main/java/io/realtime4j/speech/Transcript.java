package io.realtime4j.speech;

import java.util.List;
import java.util.stream.Collectors;

import io.realtime4j.model.error.RealtimeError;

/**
 * Transcript of a recording or of a stream of speech.
 *
 * @param segments what was said, in order
 * @param errors what the service said of turns that it could not transcribe, empty if it
 * transcribed all of them
 * @since 0.1.0
 */
public record Transcript(List<TranscriptSegment> segments, List<RealtimeError> errors) {

	public Transcript {
		segments = List.copyOf(segments);
		errors = List.copyOf(errors);
	}

	/**
	 * Return all that was said.
	 * @return the texts of the segments, one line for each
	 */
	public String text() {
		return this.segments.stream()
			.map(TranscriptSegment::text)
			.filter((text) -> !text.isBlank())
			.collect(Collectors.joining("\n"));
	}

}
