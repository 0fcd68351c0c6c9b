package io.realtime4j.session;

import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.model.response.ResponseOutcome;

/**
 * A response failed or ended early, whoever had asked for it. The server tells of that by
 * the status of a {@code response.done} only, which is told before this; without it, all
 * that a user would notice is silence.
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
