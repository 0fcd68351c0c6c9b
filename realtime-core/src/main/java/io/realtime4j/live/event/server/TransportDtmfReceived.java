package io.realtime4j.live.event.server;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Event sent when the other side has pressed a key of the telephone. Wire type
 * {@code transport.dtmf.received}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param event the key: {@code 0} to {@code 9}, {@code *}, {@code #}, {@code A} to
 * {@code D}
 * @since 0.1.0
 */
public record TransportDtmfReceived(@Nullable String eventId, String event) implements LiveServerEvent {

	/**
	 * Create a new {@link TransportDtmfReceived} instance.
	 */
	public TransportDtmfReceived {
		Objects.requireNonNull(event, "'event' must not be null");
	}

	@Override
	public String type() {
		return "transport.dtmf.received";
	}

}
