package io.realtime4j.session.engine;

import java.util.List;

import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.model.error.RealtimeError;
import org.jspecify.annotations.Nullable;

/**
 * The opening of a connection that is open.
 *
 * @param <E> the events of the server
 */
final class Opened<E extends RealtimeMessage> implements Opening<E> {

	@Override
	public List<String> onHandshake() {
		return List.of();
	}

	@Override
	public List<String> onEvent(E event) {
		return List.of();
	}

	@Override
	public boolean isDone() {
		return true;
	}

	@Override
	public @Nullable RealtimeError refusal() {
		return null;
	}

	@Override
	public String awaited() {
		return "nothing";
	}

}
