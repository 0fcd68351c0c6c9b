package io.realtime4j.spring.external;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * Event about a session for other systems: a value that holds all that it tells, can be
 * written as JSON and read again, and needs no session to be understood. It is published
 * as an event of the application, apart from the session that it tells of, so that a
 * listener may take its time to send it. The events of a session come in order; one may
 * come twice, with the same {@link #id() id}.
 * <p>
 * The JSON of each has a member {@code type}, such as {@code turn_finished}. Members may
 * be added in later versions of this library; if one is removed or gets another meaning,
 * {@link #version()} grows.
 *
 * @since 0.1.0
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({ @JsonSubTypes.Type(value = TurnFinished.class, name = "turn_finished"),
		@JsonSubTypes.Type(value = TurnInterrupted.class, name = "turn_interrupted"),
		@JsonSubTypes.Type(value = ToolCalled.class, name = "tool_called"),
		@JsonSubTypes.Type(value = UsageReported.class, name = "usage_reported"),
		@JsonSubTypes.Type(value = SessionEnded.class, name = "session_ended") })
public sealed interface ExternalEvent permits TurnFinished, TurnInterrupted, ToolCalled, UsageReported, SessionEnded {

	/**
	 * Version of the events that this library publishes.
	 */
	int VERSION = 1;

	/**
	 * Return the id of the event, by which one that comes twice is found.
	 * @return the id, unique over all nodes
	 */
	String id();

	/**
	 * Return the version of the form of the event.
	 * @return the version
	 */
	int version();

	/**
	 * Return when it happened, by the clock of the node.
	 * @return the time
	 */
	Instant time();

	/**
	 * Return the session that the event tells of.
	 * @return the session
	 */
	ExternalSession session();

}
