package io.realtime4j.session.engine;

import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Stops and starts reading from the connection of the moment. Called under the lock of
 * the inbox, and not under that of the session.
 */
final class ReadingPressure implements Inbox.Pressure {

	private final Supplier<? extends @Nullable SessionConnection<?>> connection;

	ReadingPressure(Supplier<? extends @Nullable SessionConnection<?>> connection) {
		this.connection = connection;
	}

	@Override
	public void suspend() {
		onConnection(SessionConnection::suspendReading);
	}

	@Override
	public void resume() {
		onConnection(SessionConnection::resumeReading);
	}

	private void onConnection(Consumer<SessionConnection<?>> action) {
		SessionConnection<?> current = this.connection.get();
		if (current != null) {
			action.accept(current);
		}
	}

}
