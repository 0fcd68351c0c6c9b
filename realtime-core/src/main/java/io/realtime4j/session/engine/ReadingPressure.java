package io.realtime4j.session.engine;

import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Stops and starts reading from the connection of the moment. Called under the lock of
 * the inbox, and not under that of the session.
 */
final class ReadingPressure implements Inbox.Pressure {

	private final Supplier<? extends @Nullable Link<?>> link;

	ReadingPressure(Supplier<? extends @Nullable Link<?>> link) {
		this.link = link;
	}

	@Override
	public void suspend() {
		onLink(Link::suspendReading);
	}

	@Override
	public void resume() {
		onLink(Link::resumeReading);
	}

	private void onLink(Consumer<Link<?>> action) {
		Link<?> current = this.link.get();
		if (current != null) {
			action.accept(current);
		}
	}

}
