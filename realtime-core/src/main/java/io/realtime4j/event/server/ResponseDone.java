package io.realtime4j.event.server;

import java.util.Objects;

import io.realtime4j.model.response.Response;
import io.realtime4j.model.response.ResponseOutcome;
import org.jspecify.annotations.Nullable;

/**
 * Event sent when a response has ended; its status tells whether it is complete. Wire
 * type {@code response.done}. <pre class="code">
 * session.on(ResponseDone.class, (done) -&gt; System.out.println(done.text()));
 * </pre>
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param response the response with its items and usage
 * @since 0.1.0
 */
public record ResponseDone(@Nullable String eventId, Response response) implements ServerEvent {

	/**
	 * Create a new {@link ResponseDone} instance.
	 */
	public ResponseDone {
		Objects.requireNonNull(response, "'response' must not be null");
	}

	/**
	 * Return how the response ended.
	 * @return the outcome
	 */
	public ResponseOutcome outcome() {
		return ResponseOutcome.of(this.response);
	}

	/**
	 * Return the text of the response.
	 * @return the {@linkplain Response#text() text}, empty if it says nothing
	 */
	public String text() {
		return this.response.text();
	}

	@Override
	public String type() {
		return "response.done";
	}

}
