package io.realtime4j.live.event.client;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Event that presses a key of the telephone, over a sideband connection only; answered by
 * {@code transport.dtmf.sent}. Wire type {@code transport.dtmf.send}.
 *
 * @param eventId an id of the client's choice, named by the event that answers this one
 * and by an {@code error} that it causes, or {@code null} for the session to choose
 * @param event the key: {@code 0} to {@code 9}, {@code *}, {@code #}, {@code A} to
 * {@code D}
 * @since 0.1.0
 */
public record TransportDtmfSend(@Nullable String eventId, String event) implements LiveClientEvent {

	/**
	 * Create a new {@link TransportDtmfSend} instance.
	 */
	public TransportDtmfSend {
		Objects.requireNonNull(event, "'event' must not be null");
	}

	@Override
	public String type() {
		return "transport.dtmf.send";
	}

	/**
	 * Return an event with these members.
	 * @param event the key: {@code 0} to {@code 9}, {@code *}, {@code #}, {@code A} to
	 * {@code D}
	 * @return the event
	 */
	public static TransportDtmfSend of(String event) {
		return new TransportDtmfSend(null, event);
	}

	@Override
	public TransportDtmfSend withEventId(String eventId) {
		return new TransportDtmfSend(eventId, this.event);
	}

}
