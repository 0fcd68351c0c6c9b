package io.realtime4j.spring.boot.autoconfigure;

import io.realtime4j.session.CloseCause;

/**
 * The session could not be opened, and the application shall not start without it.
 */
class RealtimeSessionOpenException extends RuntimeException {

	private final transient CloseCause closeCause;

	RealtimeSessionOpenException(CloseCause closeCause) {
		super(closeCause.message());
		this.closeCause = closeCause;
	}

	CloseCause getCloseCause() {
		return this.closeCause;
	}

}
