package io.realtime4j.spring.operation;

import io.realtime4j.session.context.SessionAdmission;
import org.jspecify.annotations.Nullable;

/**
 * Internal state of an application that is taken out of service: while it is drained, it
 * opens no sessions.
 *
 * @since 0.1.0
 */
public final class Drain implements SessionAdmission {

	private volatile boolean active;

	/**
	 * Create a new {@link Drain} instance, which is not active.
	 */
	public Drain() {
	}

	/**
	 * Open no sessions from now on.
	 */
	public void begin() {
		this.active = true;
	}

	/**
	 * Open sessions again.
	 * @return whether none were opened before
	 */
	public boolean end() {
		boolean before = this.active;
		this.active = false;
		return before;
	}

	/**
	 * Return whether no sessions are opened.
	 * @return whether it is so
	 */
	public boolean isActive() {
		return this.active;
	}

	@Override
	public @Nullable String refusal() {
		return this.active ? "The application is drained and opens no sessions: another node serves users meanwhile"
				: null;
	}

}
