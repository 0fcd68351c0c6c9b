package io.realtime4j.live.model;

import org.jspecify.annotations.Nullable;

/**
 * Fill level of the context of the model.
 *
 * @param usageRatio the part that is used, from 0 to 1, or {@code null} if not said
 * @since 0.1.0
 */
public record ContextWindow(@Nullable Double usageRatio) {

}
