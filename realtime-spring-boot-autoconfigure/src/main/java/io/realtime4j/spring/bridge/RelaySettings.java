package io.realtime4j.spring.bridge;

import java.util.Set;

/**
 * Settings of the relay, for pages that speak the protocol of the service.
 *
 * @param allowedEvents the wire types of the events that pages may send. Whatever they
 * are, pages can add only messages of the user, and cannot give instructions or tools
 * @since 0.1.0
 */
public record RelaySettings(Set<String> allowedEvents) {

	public RelaySettings {
		allowedEvents = Set.copyOf(allowedEvents);
	}

}
