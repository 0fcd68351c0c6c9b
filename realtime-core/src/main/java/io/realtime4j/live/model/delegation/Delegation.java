package io.realtime4j.live.model.delegation;

import org.jspecify.annotations.Nullable;

/**
 * Work that the model has delegated. What it is about is not said: it follows from what
 * was spoken.
 *
 * @param id the id of the delegation, or {@code null} if not said
 * @param type {@code delegation}, or {@code null} if not said
 * @param target who is to do it, or {@code null} if not said
 * @param responseId the id of the response of the Responses API that does it, or
 * {@code null} if none does or it is not said
 * @since 0.1.0
 */
public record Delegation(@Nullable String id, @Nullable String type, @Nullable DelegationTarget target,
		@Nullable String responseId) {

}
