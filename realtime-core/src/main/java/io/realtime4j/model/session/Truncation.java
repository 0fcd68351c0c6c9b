package io.realtime4j.model.session;

/**
 * What happens when the conversation outgrows the model.
 *
 * @since 0.1.0
 */
public sealed interface Truncation permits TruncationMode, RetentionRatio, UnknownTruncation {

}
