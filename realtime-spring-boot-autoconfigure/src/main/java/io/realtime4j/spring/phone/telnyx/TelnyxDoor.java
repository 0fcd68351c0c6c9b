package io.realtime4j.spring.phone.telnyx;

import java.util.Map;

import io.realtime4j.spring.phone.engine.StreamDoor;

import org.springframework.http.server.ServerHttpRequest;
import org.springframework.util.Assert;
import org.springframework.web.socket.WebSocketSession;

/**
 * Internal interceptor that refuses media streams without the ticket of a call.
 */
public final class TelnyxDoor extends StreamDoor {

	private static final String HEADER = "x-telnyx-streaming-auth-token";

	private static final String ADMISSION = TelnyxDoor.class.getName();

	private final TelnyxTickets tickets;

	/**
	 * Create an interceptor.
	 * @param tickets lets calls in
	 */
	public TelnyxDoor(TelnyxTickets tickets) {
		this.tickets = tickets;
	}

	@Override
	protected boolean admits(ServerHttpRequest request, Map<String, Object> attributes) {
		TelnyxAdmission admission = this.tickets.admit(request.getHeaders().getFirst(HEADER));
		if (admission != null) {
			attributes.put(ADMISSION, admission);
		}
		return admission != null;
	}

	/**
	 * Return the call for which a stream was let in.
	 */
	static TelnyxAdmission admission(WebSocketSession socket) {
		Object admission = socket.getAttributes().get(ADMISSION);
		Assert.state(admission instanceof TelnyxAdmission, "The stream did not come by the door");
		return (TelnyxAdmission) admission;
	}

}
