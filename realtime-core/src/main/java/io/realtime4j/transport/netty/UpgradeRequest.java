package io.realtime4j.transport.netty;

import java.net.URI;
import java.util.List;
import java.util.Map;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshaker13;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import io.realtime4j.transport.ConnectionListener;
import io.realtime4j.transport.ConnectionRequest;
import io.realtime4j.transport.ServerAddress;
import org.jspecify.annotations.Nullable;

/**
 * The WebSocket handshake of a connection. Subprotocols and extensions are judged by the
 * {@link UpgradeHandler}: a server that names no subprotocol is taken.
 */
final class UpgradeRequest extends WebSocketClientHandshaker13 {

	private static final String SUBPROTOCOLS = "Sec-WebSocket-Protocol";

	private final WebSocketDecoderConfig decoding;

	private final Runnable activity;

	UpgradeRequest(ConnectionRequest request, int maxFrameSize, ConnectionListener listener) {
		super(target(request.uri()), WebSocketVersion.V13, null, false, headers(request), maxFrameSize, true, false,
				-1);
		this.activity = listener::onActivity;
		this.decoding = WebSocketDecoderConfig.newBuilder()
			.maxFramePayloadLength(maxFrameSize)
			.expectMaskedFrames(false)
			.allowMaskMismatch(false)
			.allowExtensions(false)
			// Text is checked as it is decoded
			.withUTF8Validator(false)
			.build();
	}

	// Netty takes path and query of it, and stumbles over a host that URI does not know
	private static URI target(URI uri) {
		String path = (uri.getRawPath() != null) ? uri.getRawPath() : "";
		return URI.create("ws://localhost" + path + ((uri.getRawQuery() != null) ? "?" + uri.getRawQuery() : ""));
	}

	private static HttpHeaders headers(ConnectionRequest request) {
		HttpHeaders headers = new DefaultHttpHeaders();
		request.headers().forEach((name, value) -> {
			if (!isSubprotocols(name)) {
				headers.set(name, value);
			}
		});
		List<String> offered = offered(request);
		if (!offered.isEmpty()) {
			headers.set(SUBPROTOCOLS, String.join(", ", offered));
		}
		headers.set("Host", String.valueOf(ServerAddress.of(request.uri())));
		return headers;
	}

	@Override
	protected FullHttpRequest newHandshakeRequest() {
		FullHttpRequest request = super.newHandshakeRequest();
		if (!this.customHeaders.contains(HttpHeaderNames.ORIGIN)) {
			// Which would say that a browser asks
			request.headers().remove(HttpHeaderNames.ORIGIN);
		}
		return request;
	}

	/**
	 * Return the subprotocols that are offered to the server, by the request or by one of
	 * its headers.
	 * @param request the request
	 * @return the subprotocols, in order
	 */
	static List<String> offered(ConnectionRequest request) {
		for (Map.Entry<String, String> header : request.headers().entrySet()) {
			if (isSubprotocols(header.getKey())) {
				return List.of(header.getValue().trim().split("\\s*,\\s*"));
			}
		}
		return request.subprotocols();
	}

	private static boolean isSubprotocols(String header) {
		return header.equalsIgnoreCase(SUBPROTOCOLS);
	}

	@Override
	protected WebSocketFrameDecoder newWebsocketDecoder() {
		return new FrameDecoder(this.decoding, this.activity);
	}

	/**
	 * Return whether the server may choose a subprotocol.
	 * @param request the request
	 * @param chosen the subprotocol that the server names, or {@code null}
	 * @return whether it is among those that were offered
	 */
	static boolean isOffered(ConnectionRequest request, @Nullable String chosen) {
		return chosen == null || offered(request).contains(chosen.trim());
	}

}
