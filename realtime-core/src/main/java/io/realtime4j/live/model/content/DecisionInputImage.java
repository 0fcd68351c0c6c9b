package io.realtime4j.live.model.content;

import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An image, {@code input_image}.
 *
 * @param imageUrl the image as a data URL
 * @param detail how closely the model looks at it, or {@code null} if absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record DecisionInputImage(String imageUrl, @Nullable DecisionImageDetail detail,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements DecisionPart {

	/**
	 * Create a new {@link DecisionInputImage} instance.
	 */
	public DecisionInputImage {
		Objects.requireNonNull(imageUrl, "'imageUrl' must not be null");
		extra = Copies.extra(extra);
	}

	@Override
	public String type() {
		return "input_image";
	}

	/**
	 * Return a part with an image.
	 * @param imageUrl the image as a data URL
	 * @return the value
	 */
	public static DecisionInputImage of(String imageUrl) {
		return new DecisionInputImage(imageUrl, null, Map.of());
	}

}
