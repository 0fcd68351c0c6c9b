package io.realtime4j.spring.phone.vonage;

import io.realtime4j.spring.phone.engine.CallAdmission;
import io.realtime4j.spring.phone.engine.TokenDoor;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Internal interceptor that refuses WebSockets without the ticket of a call.
 */
public final class VonageDoor extends TokenDoor {

	private final VonageTickets tickets;

	/**
	 * Create an interceptor.
	 * @param tickets lets calls in
	 */
	public VonageDoor(VonageTickets tickets) {
		this.tickets = tickets;
	}

	@Override
	protected @Nullable CallAdmission admit(HttpHeaders headers) {
		String value = headers.getFirst(HttpHeaders.AUTHORIZATION);
		return (value != null && value.startsWith(VonageTickets.SCHEME))
				? this.tickets.admit(value.substring(VonageTickets.SCHEME.length())) : null;
	}

}
