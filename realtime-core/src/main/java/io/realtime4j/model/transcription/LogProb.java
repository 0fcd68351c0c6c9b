package io.realtime4j.model.transcription;

import java.util.List;
import java.util.Objects;

import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;

/**
 * Log probability of a token of a transcript.
 *
 * @param token the token
 * @param logprob its natural log probability
 * @param bytes the UTF-8 bytes of the token, or {@code null} if absent
 * @since 0.1.0
 */
public record LogProb(String token, double logprob, @Nullable List<Long> bytes) {

	/**
	 * Create a new {@link LogProb} instance.
	 */
	public LogProb {
		Objects.requireNonNull(token, "'token' must not be null");
		bytes = Copies.nullableList(bytes);
	}

}
