package io.realtime4j.live.model.response;

import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A response failed: outputs of its calls are not taken, {@code response.failed}.
 *
 * @param response the response
 * @param sequenceNumber the place of the event among those of the response, or
 * {@code null} if not said
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record NestedResponseFailed(DelegatedResponse response, @Nullable Long sequenceNumber,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements ResponseStreamEvent {

	/**
	 * Create a new {@link NestedResponseFailed} instance.
	 */
	public NestedResponseFailed {
		Objects.requireNonNull(response, "'response' must not be null");
		extra = Copies.extra(extra);
	}

	@Override
	public String type() {
		return "response.failed";
	}

}
