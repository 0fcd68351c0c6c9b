package io.realtime4j.spring.websocket;

import java.io.Serial;

import io.realtime4j.transport.ConnectionEnd;
import jakarta.websocket.DeploymentException;

/**
 * A handshake failed for a reason that is known.
 */
class HandshakeException extends DeploymentException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final transient ConnectionEnd end;

	HandshakeException(ConnectionEnd end) {
		super(end.message());
		this.end = end;
	}

	ConnectionEnd end() {
		return this.end;
	}

}
