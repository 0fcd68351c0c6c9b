package io.realtime4j.usage;

import org.jspecify.annotations.Nullable;

/**
 * Usage of one model.
 *
 * @param model the name of the model, or {@code null} for what the server did not tell
 * the model of
 * @param sum what was used
 * @since 0.1.0
 */
public record ModelUsage(@Nullable String model, UsageSum sum) {

}
