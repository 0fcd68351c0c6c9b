package io.realtime4j.spring.external;

/**
 * Event of the application published when events of a session were given up: more waited
 * than may, or one could not be published however often it was tried. It comes as soon as
 * another one is published, or is given up.
 *
 * @param sessionId the id of the session
 * @param count how many events were given up since it was told last
 * @since 0.1.0
 */
public record ExternalEventsDropped(String sessionId, long count) {

}
