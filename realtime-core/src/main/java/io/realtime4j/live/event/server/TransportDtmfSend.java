package io.realtime4j.live.event.server;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Event sent when a client has requested to press a key of the telephone. Wire type
 * {@code transport.dtmf.send}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param event the key: {@code 0} to {@code 9}, {@code *}, {@code #}, {@code A} to
 * {@code D}
 * @param clientEventId the id of the client event that this one answers, or {@code null}
 * if it answers none
 * @since 0.1.0
 */
public record TransportDtmfSend(@Nullable String eventId, String event,
		@Nullable String clientEventId) implements LiveServerEvent {

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

}
