package io.realtime4j.spring.websocket;

import java.io.Serial;

import io.realtime4j.transport.ConnectionEnd;

/**
 * A handshake failed for a reason that this side knows.
 */
class HandshakeRejected extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final transient ConnectionEnd end;

	HandshakeRejected(ConnectionEnd end) {
		super(end.message());
		this.end = end;
	}

	ConnectionEnd end() {
		return this.end;
	}

}
