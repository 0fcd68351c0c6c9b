package io.realtime4j.spring.sip;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

import io.realtime4j.live.session.LiveSpec;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.webhook.CallIncoming;

/**
 * Factory for the sessions of calls, in one protocol family.
 *
 * @since 0.1.0
 */
public abstract sealed class SipSessions permits RealtimeSipSessions, LiveSipSessions {

	SipSessions() {
	}

	/**
	 * Return whether no sessions may begin at the moment.
	 */
	abstract boolean isClosed();

	/**
	 * Return whether a webhook tells of a call in this family. The same call may be told
	 * of in both.
	 */
	abstract boolean takes(CallIncoming incoming);

	/**
	 * Return the control of calls.
	 * @param io waits for the service
	 */
	abstract CallControl control(Executor io);

	/**
	 * Prepare the configured session.
	 */
	abstract CallSession prepare(String callId, CallControl control);

	/**
	 * Prepare a session of the first family.
	 * @throws IllegalStateException if calls have sessions of another family
	 */
	abstract CallSession prepare(String callId, CallControl control, Consumer<SessionSpec.Builder> customizer);

	/**
	 * Prepare a live session.
	 * @throws IllegalStateException if calls have sessions of another family
	 */
	abstract CallSession prepareLive(String callId, CallControl control, Consumer<LiveSpec.Builder> customizer);

}
