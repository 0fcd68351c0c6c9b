package io.realtime4j.live.model.delegation;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.live.model.decision.DecisionsSettings;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A model that answers set questions does the work, {@code decisions}.
 *
 * @param acknowledgementDelayMs how long the model waits, in milliseconds, before it says
 * of its own accord that it is at work, or {@code null} if absent, which means the
 * default of the server, or what it was
 * @param decisions settings of that model, or {@code null} if absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record DecisionsDelegation(@Nullable Long acknowledgementDelayMs, @Nullable DecisionsSettings decisions,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements DelegationSettings {

	/**
	 * Create a new {@link DecisionsDelegation} instance.
	 */
	public DecisionsDelegation {
		extra = Copies.extra(extra);
	}

	@Override
	public String type() {
		return "decisions";
	}

	/**
	 * Return settings of a model that leave the rest to the server.
	 * @param decisions settings of that model
	 * @return the value
	 */
	public static DecisionsDelegation of(DecisionsSettings decisions) {
		return new DecisionsDelegation(null, decisions, Map.of());
	}

}
