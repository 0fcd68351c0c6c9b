package io.realtime4j.spring.bridge.http;

import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeHandler;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;

/**
 * Internal handler of the handshakes of pages. Browsers offer to compress frames, which
 * servers accept by themselves: unless that is wanted, the server does not get to see the
 * offer.
 *
 * @since 0.1.0
 */
public final class BridgeHandshakeHandler extends WebSocketHttpRequestHandler {

	private static final String EXTENSIONS = "Sec-WebSocket-Extensions";

	private final boolean compression;

	/**
	 * Create a handler.
	 * @param handler handles what happens to the sockets
	 * @param compression whether frames may be compressed
	 */
	public BridgeHandshakeHandler(WebSocketHandler handler, boolean compression) {
		this(handler, new DefaultHandshakeHandler(), compression);
	}

	/**
	 * Create a handler.
	 * @param handler handles what happens to the sockets
	 * @param handshake makes the handshakes
	 * @param compression whether frames may be compressed
	 */
	public BridgeHandshakeHandler(WebSocketHandler handler, HandshakeHandler handshake, boolean compression) {
		super(handler, handshake);
		this.compression = compression;
	}

	@Override
	public void handleRequest(HttpServletRequest request, HttpServletResponse response)
			throws ServletException, IOException {
		super.handleRequest(this.compression ? request : new WithoutExtensions(request), response);
	}

	/**
	 * A request that offers no extensions.
	 */
	private static final class WithoutExtensions extends HttpServletRequestWrapper {

		WithoutExtensions(HttpServletRequest request) {
			super(request);
		}

		@Override
		public @Nullable String getHeader(String name) {
			return EXTENSIONS.equalsIgnoreCase(name) ? null : super.getHeader(name);
		}

		@Override
		public Enumeration<String> getHeaders(String name) {
			return EXTENSIONS.equalsIgnoreCase(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
		}

		@Override
		public Enumeration<String> getHeaderNames() {
			List<String> names = Collections.list(super.getHeaderNames());
			names.removeIf(EXTENSIONS::equalsIgnoreCase);
			return Collections.enumeration(names);
		}

	}

}
