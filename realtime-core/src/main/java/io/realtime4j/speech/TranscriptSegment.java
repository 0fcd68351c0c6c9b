package io.realtime4j.speech;

import java.time.Duration;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Part of a {@link Transcript}: a turn that the service detected, or a segment of one.
 *
 * @param text the text
 * @param start when it begins, or {@code null} if the service does not say; of a turn,
 * since the first sound of the session
 * @param end when it ends, or {@code null} if the service does not say
 * @param speaker who speaks, or {@code null} if the service does not tell speakers apart
 * @since 0.1.0
 */
public record TranscriptSegment(String text, @Nullable Duration start, @Nullable Duration end,
		@Nullable String speaker) {

	public TranscriptSegment {
		Objects.requireNonNull(text, "'text' must not be null");
	}

}
