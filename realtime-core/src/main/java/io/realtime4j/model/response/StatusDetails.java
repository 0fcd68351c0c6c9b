package io.realtime4j.model.response;

import io.realtime4j.model.error.RealtimeError;
import org.jspecify.annotations.Nullable;

/**
 * Details of why a response is not complete.
 *
 * @param type the status that is explained, or {@code null} if absent
 * @param reason why it was cancelled or is incomplete, or {@code null} if absent
 * @param error why it failed, or {@code null} if absent
 * @since 0.1.0
 */
public record StatusDetails(@Nullable ResponseStatus type, @Nullable StatusReason reason,
		@Nullable RealtimeError error) {

}
