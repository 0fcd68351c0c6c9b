package io.realtime4j.live.model.delegation;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A model of the Responses API does the work, {@code responses}, with tools of the
 * service and of the application.
 *
 * @param acknowledgementDelayMs how long the model waits, in milliseconds, before it says
 * of its own accord that it is at work, or {@code null} if absent, which means the
 * default of the server, or what it was
 * @param responses settings of that model, or {@code null} if absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record ResponsesDelegation(@Nullable Long acknowledgementDelayMs, @Nullable ResponsesSettings responses,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements DelegationSettings {

	/**
	 * Create a new {@link ResponsesDelegation} instance.
	 */
	public ResponsesDelegation {
		extra = Copies.extra(extra);
	}

	@Override
	public String type() {
		return "responses";
	}

	/**
	 * Return settings of a model that leave the rest to the server.
	 * @param responses settings of that model
	 * @return the value
	 */
	public static ResponsesDelegation of(ResponsesSettings responses) {
		return new ResponsesDelegation(null, responses, Map.of());
	}

}
