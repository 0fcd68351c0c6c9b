package io.realtime4j.spring.external;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Event published when a call of a tool has its outcome, whatever it is.
 *
 * @param id the id of the event
 * @param version the version of its form
 * @param time when it happened
 * @param session the session
 * @param tool the name of the tool, as the model called it
 * @param callId the id of the call
 * @param responseId the id of the response that called it
 * @param outcome how the call ended: {@code succeeded}, {@code answered_by_server},
 * {@code failed}, {@code timed_out}, {@code unknown_tool}, {@code invalid_arguments},
 * {@code denied}, {@code cut_off}, {@code interrupted}, {@code overloaded},
 * {@code not_sent} or {@code session_ended}
 * @param elapsedMillis how long it took, approval included, in ms
 * @param arguments the arguments as the model wrote them, or {@code null} without
 * {@code realtime.external-events.include-content}
 * @since 0.1.0
 */
public record ToolCalled(String id, int version, Instant time, ExternalSession session, String tool, String callId,
		String responseId, String outcome, long elapsedMillis, @Nullable String arguments) implements ExternalEvent {

	/**
	 * Return a text without the arguments, which may be confidential.
	 */
	@Override
	public String toString() {
		return "ToolCalled[id=" + this.id + ", session=" + this.session.id() + ", tool=" + this.tool + ", callId="
				+ this.callId + ", outcome=" + this.outcome + "]";
	}

}
