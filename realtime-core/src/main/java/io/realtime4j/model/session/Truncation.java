package io.realtime4j.model.session;

/**
 * Strategy for a conversation that exceeds the context of the model.
 *
 * @since 0.1.0
 */
public sealed interface Truncation permits TruncationMode, RetentionRatio, UnknownTruncation {

}
