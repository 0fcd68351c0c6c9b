package io.realtime4j.spring.phone.twilio;

import java.util.Map;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/**
 * Internal interceptor that refuses media streams that Twilio did not sign.
 */
public final class TwilioHandshakeInterceptor implements HandshakeInterceptor {

	private static final Log logger = LogFactory.getLog(TwilioHandshakeInterceptor.class);

	private final TwilioSignature signature;

	private final String url;

	/**
	 * Create an interceptor.
	 * @param signature verifies the handshakes
	 * @param url the address of the stream as Twilio knows it
	 */
	public TwilioHandshakeInterceptor(TwilioSignature signature, String url) {
		this.signature = signature;
		this.url = url;
	}

	@Override
	public boolean beforeHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler,
			Map<String, Object> attributes) {
		String given = request.getHeaders().getFirst(TwilioSignature.HEADER);
		boolean signed = request.getURI().getRawQuery() == null && this.signature.matches(given, this.url, Map.of());
		if (!signed) {
			logger.debug("A media stream was refused that Twilio did not sign");
			response.setStatusCode(HttpStatus.FORBIDDEN);
		}
		return signed;
	}

	@Override
	public void afterHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler,
			@Nullable Exception exception) {
		// Nothing is to be done
	}

}
