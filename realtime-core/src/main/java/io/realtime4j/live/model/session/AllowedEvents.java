package io.realtime4j.live.model.session;

/**
 * The events that are allowed: all, or those in a list.
 *
 * @since 0.1.0
 */
public sealed interface AllowedEvents permits AllowedEventsMode, EventTypes, EventSelectors, UnknownAllowedEvents {

}
