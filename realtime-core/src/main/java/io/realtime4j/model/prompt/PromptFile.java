package io.realtime4j.model.prompt;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * File as the value of a variable, {@code input_file}.
 *
 * @param fileId the id of a stored file, or {@code null} if absent
 * @param filename the name of the file, or {@code null} if absent
 * @param fileData the content of the file, or {@code null} if absent
 * @param promptCacheBreakpoint where the prompt cache breaks, or {@code null} if absent
 * @param fileUrl the URL of the file, or {@code null} if absent
 * @param detail how closely the model looks, or {@code null} if absent
 * @since 0.1.0
 */
@JsonPropertyOrder("type")
public record PromptFile(@Nullable String fileId, @Nullable String filename, @Nullable String fileData,
		@Nullable PromptCacheBreakpoint promptCacheBreakpoint, @Nullable String fileUrl,
		@Nullable PromptFileDetail detail) implements PromptVariable {

	/**
	 * Return the value of the member {@code type}.
	 * @return the type on the wire
	 */
	@JsonProperty(access = JsonProperty.Access.READ_ONLY)
	public String type() {
		return "input_file";
	}

}
