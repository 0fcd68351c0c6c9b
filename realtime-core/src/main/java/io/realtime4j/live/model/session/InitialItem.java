package io.realtime4j.live.model.session;

/**
 * An item of the conversation that a session starts with.
 *
 * @since 0.1.0
 */
public sealed interface InitialItem permits InitialMessage, UnknownInitialItem {

}
