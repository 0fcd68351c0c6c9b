package io.realtime4j.model.content;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Image of a user message, {@code input_image}.
 *
 * @param imageUrl the image as a {@code data:} URI, or {@code null} if absent
 * @param detail how closely the model looks, or {@code null} if absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record InputImage(@Nullable String imageUrl, @Nullable ImageDetail detail,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements ContentPart {

	/**
	 * Create a new {@link InputImage} instance.
	 */
	public InputImage {
		extra = Copies.extra(extra);
	}

	@Override
	public String type() {
		return "input_image";
	}

	/**
	 * Return a part with this image.
	 * @param imageUrl the image as a {@code data:} URI
	 * @return the part
	 */
	public static InputImage of(String imageUrl) {
		return new InputImage(imageUrl, null, Map.of());
	}

}
