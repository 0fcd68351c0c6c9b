package io.realtime4j.model.session;

import org.jspecify.annotations.Nullable;

/**
 * Reasoning of the model before it answers.
 *
 * @param effort how much, or {@code null} if absent
 * @since 0.1.0
 */
public record Reasoning(@Nullable ReasoningEffort effort) {

}
