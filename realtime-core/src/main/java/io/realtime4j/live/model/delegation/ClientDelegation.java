package io.realtime4j.live.model.delegation;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The application does the work, {@code client}: it is told by
 * {@code session.delegation.created} and answers with thinking and commentary.
 *
 * @param acknowledgementDelayMs how long the model waits, in milliseconds, before it says
 * of its own accord that it is at work, or {@code null} if absent, which means the
 * default of the server, or what it was
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record ClientDelegation(@Nullable Long acknowledgementDelayMs,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements DelegationSettings {

	/**
	 * Create a new {@link ClientDelegation} instance.
	 */
	public ClientDelegation {
		extra = Copies.extra(extra);
	}

	@Override
	public String type() {
		return "client";
	}

	/**
	 * Return settings that leave the rest to the server.
	 * @return the settings
	 */
	public static ClientDelegation of() {
		return new ClientDelegation(null, Map.of());
	}

}
