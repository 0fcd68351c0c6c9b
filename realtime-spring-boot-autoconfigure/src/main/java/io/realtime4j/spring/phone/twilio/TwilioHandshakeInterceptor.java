package io.realtime4j.spring.phone.twilio;

import java.util.Map;

import io.realtime4j.spring.phone.engine.StreamDoor;

import org.springframework.http.server.ServerHttpRequest;

/**
 * Internal interceptor that refuses media streams that Twilio did not sign.
 */
public final class TwilioHandshakeInterceptor extends StreamDoor {

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
	protected boolean admits(ServerHttpRequest request, Map<String, Object> attributes) {
		return this.signature.matches(request.getHeaders().getFirst(TwilioSignature.HEADER), this.url, Map.of());
	}

}
