package io.realtime4j.spring.phone.telnyx;

import io.realtime4j.spring.phone.engine.CallAdmission;
import io.realtime4j.spring.phone.engine.TokenDoor;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Internal interceptor that refuses media streams without the ticket of a call.
 */
public final class TelnyxDoor extends TokenDoor {

	private static final String HEADER = "x-telnyx-streaming-auth-token";

	private final TelnyxTickets tickets;

	/**
	 * Create an interceptor.
	 * @param tickets lets calls in
	 */
	public TelnyxDoor(TelnyxTickets tickets) {
		this.tickets = tickets;
	}

	@Override
	protected @Nullable CallAdmission admit(HttpHeaders headers) {
		return this.tickets.admit(headers.getFirst(HEADER));
	}

}
