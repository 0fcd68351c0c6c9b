package io.realtime4j.live.event.server;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Event sent when a key of the telephone was pressed for a client. Wire type
 * {@code transport.dtmf.sent}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param event the key: {@code 0} to {@code 9}, {@code *}, {@code #}, {@code A} to
 * {@code D}
 * @param clientEventId the id of the client event that this one answers, or {@code null}
 * if it answers none
 * @since 0.1.0
 */
public record TransportDtmfSent(@Nullable String eventId, String event,
		@Nullable String clientEventId) implements LiveServerEvent {

	/**
	 * Create a new {@link TransportDtmfSent} instance.
	 */
	public TransportDtmfSent {
		Objects.requireNonNull(event, "'event' must not be null");
	}

	@Override
	public String type() {
		return "transport.dtmf.sent";
	}

}
