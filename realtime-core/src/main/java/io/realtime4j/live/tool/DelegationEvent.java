package io.realtime4j.live.tool;

import io.realtime4j.event.RealtimeMessage;
import org.jspecify.annotations.Nullable;

/**
 * Event in the course of delegated work. It is never sent or received.
 *
 * @since 0.1.0
 */
public sealed interface DelegationEvent extends RealtimeMessage permits DelegationStarted, DelegationFinished {

	/**
	 * Return the work.
	 * @return the work
	 */
	DelegatedTask task();

	@Override
	default @Nullable String eventId() {
		return null;
	}

}
