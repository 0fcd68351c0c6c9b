package io.realtime4j.session.engine;

import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Stops and starts reading from the connection of the moment. Called under the lock of
 * the inbox, and not under that of the session.
 */
final class ReadingPressure implements Inbox.Pressure {

	private final Supplier<? extends @Nullable SessionConnection<?>> link;

	ReadingPressure(Supplier<? extends @Nullable SessionConnection<?>> link) {
		this.link = link;
	}

	@Override
	public void suspend() {
		onLink(SessionConnection::suspendReading);
	}

	@Override
	public void resume() {
		onLink(SessionConnection::resumeReading);
	}

	private void onLink(Consumer<SessionConnection<?>> action) {
		SessionConnection<?> current = this.link.get();
		if (current != null) {
			action.accept(current);
		}
	}

}
