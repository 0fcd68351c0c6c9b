package io.realtime4j.spring.sip;

import java.util.concurrent.CompletableFuture;

import io.realtime4j.session.VoiceSession;

/**
 * Session that a call shall have, in its protocol family.
 */
interface CallSession {

	/**
	 * Return the control of the call with the credentials of the session.
	 */
	CallControl control();

	/**
	 * Accept the call with the settings of the session.
	 */
	CompletableFuture<Void> accept();

	/**
	 * Attach a session to the call that was accepted.
	 */
	Attached attach();

	/**
	 * A session that is attached to a call.
	 *
	 * @param session the session
	 * @param opened completes when it is open
	 */
	record Attached(VoiceSession session, CompletableFuture<?> opened) {

	}

}
