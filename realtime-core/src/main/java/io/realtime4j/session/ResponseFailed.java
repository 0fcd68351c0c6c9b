package io.realtime4j.session;

import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.model.response.ResponseOutcome;

/**
 * Event published when a response failed or ended early, whoever requested it. The server
 * reports it only by the status of a {@code response.done}, which is delivered before
 * this event; a user notices nothing but silence.
 *
 * @param done the end of the response
 * @param outcome what went wrong: {@link ResponseOutcome.Failed} or
 * {@link ResponseOutcome.Incomplete}
 * @since 0.1.0
 */
public record ResponseFailed(ResponseDone done, ResponseOutcome outcome) implements SessionEvent {

	@Override
	public String type() {
		return "realtime4j.session.response_failed";
	}

}
