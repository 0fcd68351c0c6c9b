package io.realtime4j.spring.phone.engine;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.util.Assert;
import org.springframework.web.socket.WebSocketSession;

/**
 * Internal base of the interceptors that refuse media streams without the token of a
 * call.
 */
public abstract class TokenDoor extends StreamDoor {

	private static final String ADMISSION = TokenDoor.class.getName();

	@Override
	protected final boolean admits(ServerHttpRequest request, Map<String, Object> attributes) {
		CallAdmission admission = admit(request.getHeaders());
		if (admission != null) {
			attributes.put(ADMISSION, admission);
		}
		return admission != null;
	}

	/**
	 * Return the call for which a stream is opened.
	 * @param headers the headers of its handshake
	 * @return the call, or {@code null} if there is no token, or it is not valid
	 */
	protected abstract @Nullable CallAdmission admit(HttpHeaders headers);

	/**
	 * Return the call for which a stream was let in.
	 * @param socket the connection, which came by such a door
	 * @return the call
	 */
	public static CallAdmission admission(WebSocketSession socket) {
		Object admission = socket.getAttributes().get(ADMISSION);
		Assert.state(admission instanceof CallAdmission, "The stream did not come by the door");
		return (CallAdmission) admission;
	}

}
