package io.realtime4j.model.prompt;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * Image as the value of a variable, {@code input_image}.
 *
 * @param imageUrl its URL or {@code data:} URI, or {@code null} if absent
 * @param fileId the id of a stored file, or {@code null} if absent
 * @param detail how closely the model looks, or {@code null} if absent
 * @param promptCacheBreakpoint where the prompt cache breaks, or {@code null} if absent
 * @since 0.1.0
 */
@JsonPropertyOrder("type")
public record PromptImage(@Nullable String imageUrl, @Nullable String fileId, @Nullable PromptImageDetail detail,
		@Nullable PromptCacheBreakpoint promptCacheBreakpoint) implements PromptVariable {

	/**
	 * Return the value of the member {@code type}.
	 * @return the type on the wire
	 */
	@JsonProperty(access = JsonProperty.Access.READ_ONLY)
	public String type() {
		return "input_image";
	}

}
