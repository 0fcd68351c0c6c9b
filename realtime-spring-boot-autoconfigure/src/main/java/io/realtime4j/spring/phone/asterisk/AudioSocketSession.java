package io.realtime4j.spring.phone.asterisk;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.WebSocketSession;

/**
 * Base of a connection that is no WebSocket, for those that expect one. There was no
 * handshake.
 */
abstract class AudioSocketSession implements WebSocketSession {

	private final String id = UUID.randomUUID().toString();

	private final Map<String, Object> attributes = new ConcurrentHashMap<>();

	private final InetSocketAddress local;

	private final InetSocketAddress remote;

	private int textLimit;

	private int binaryLimit;

	AudioSocketSession(InetSocketAddress local, InetSocketAddress remote) {
		this.local = local;
		this.remote = remote;
	}

	@Override
	public final String getId() {
		return this.id;
	}

	@Override
	public final @Nullable URI getUri() {
		return null;
	}

	@Override
	public final HttpHeaders getHandshakeHeaders() {
		return new HttpHeaders();
	}

	@Override
	public final Map<String, Object> getAttributes() {
		return this.attributes;
	}

	@Override
	public final @Nullable Principal getPrincipal() {
		return null;
	}

	@Override
	public final InetSocketAddress getLocalAddress() {
		return this.local;
	}

	@Override
	public final InetSocketAddress getRemoteAddress() {
		return this.remote;
	}

	@Override
	public final @Nullable String getAcceptedProtocol() {
		return null;
	}

	@Override
	public final void setTextMessageSizeLimit(int limit) {
		this.textLimit = limit;
	}

	@Override
	public final int getTextMessageSizeLimit() {
		return this.textLimit;
	}

	@Override
	public final void setBinaryMessageSizeLimit(int limit) {
		this.binaryLimit = limit;
	}

	@Override
	public final int getBinaryMessageSizeLimit() {
		return this.binaryLimit;
	}

	@Override
	public final List<WebSocketExtension> getExtensions() {
		return List.of();
	}

	@Override
	public final void close() throws IOException {
		close(CloseStatus.NORMAL);
	}

}
