package io.realtime4j.session.realtime;

import io.realtime4j.model.error.RealtimeError;
import io.realtime4j.session.engine.AnswerWait;
import io.realtime4j.session.engine.SessionPort;
import org.jspecify.annotations.Nullable;

/**
 * A request was refused because another response runs, which has to end before the next
 * request may go. Not thread-safe: used under the lock of the session.
 */
final class Overlap {

	private static final String CODE = "conversation_already_has_active_response";

	private final SessionPort port;

	private final Runnable onTimeout;

	private @Nullable AnswerWait wait;

	private boolean blocked;

	/**
	 * Create an instance that blocks nothing.
	 * @param port watches time
	 * @param onTimeout what to do when the other response does not end
	 */
	Overlap(SessionPort port, Runnable onTimeout) {
		this.port = port;
		this.onTimeout = onTimeout;
	}

	static boolean isToldBy(RealtimeError error) {
		return CODE.equals(error.code()) || (error.code() == null && error.message() != null
				&& error.message().contains("already has an active response"));
	}

	/**
	 * A request was refused.
	 * @param blocks whether the other response has not ended meanwhile
	 * @param unknown whether nothing is known of the other response
	 */
	void begin(boolean blocks, boolean unknown) {
		end();
		this.blocked = blocks;
		if (blocks && unknown) {
			this.wait = this.port.await(this.port.timeouts().response(), () -> {
				end();
				this.onTimeout.run();
			});
		}
	}

	boolean isBlocked() {
		return this.blocked;
	}

	void renew() {
		if (this.wait != null) {
			this.wait.renew();
		}
	}

	/**
	 * Stop waiting for the other response, which is known by now.
	 */
	void endWait() {
		if (this.wait != null) {
			this.wait.end();
			this.wait = null;
		}
	}

	void end() {
		endWait();
		this.blocked = false;
	}

}
