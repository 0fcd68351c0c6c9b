package io.realtime4j.live.model.delegation;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Settings of the text that a model writes.
 *
 * @param verbosity how long answers are, or {@code null} if absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record ResponseText(@Nullable Verbosity verbosity, @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) {

	/**
	 * Create a new {@link ResponseText} instance.
	 */
	public ResponseText {
		extra = Copies.extra(extra);
	}

	/**
	 * Return settings with a verbosity.
	 * @param verbosity how long answers are
	 * @return the value
	 */
	public static ResponseText of(Verbosity verbosity) {
		return new ResponseText(verbosity, Map.of());
	}

}
