package io.realtime4j.model.session;

import org.jspecify.annotations.Nullable;

/**
 * Limits of the context, in tokens.
 *
 * @param postInstructions the most tokens after the instructions, or {@code null} if
 * absent
 * @since 0.1.0
 */
public record TokenLimits(@Nullable Long postInstructions) {

}
