package io.realtime4j.model.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a session of either type. In beta a session of the kind {@code realtime}
 * has flat settings without {@code type}; they are the same
 * {@link RealtimeSessionSettings} here.
 *
 * @since 0.1.0
 */
@JsonPropertyOrder("type")
public sealed interface SessionSettings
		permits RealtimeSessionSettings, TranscriptionSessionSettings, UnknownSessionSettings {

	/**
	 * Return the value of the member {@code type}.
	 * @return the type on the wire
	 */
	@JsonProperty(access = JsonProperty.Access.READ_ONLY)
	String type();

	/**
	 * Return the id of the session.
	 * @return the id, or {@code null} in what a client sends
	 */
	@Nullable String id();

	/**
	 * Return these settings as a change to an existing session.
	 * @return a copy without what is fixed and what only the server says: id, object,
	 * end, model and client secret
	 */
	SessionSettings asUpdate();

}
