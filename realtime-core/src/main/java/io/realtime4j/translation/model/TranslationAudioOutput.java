package io.realtime4j.translation.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Settings of the translation.
 *
 * @param language the language to translate into, as an ISO-639-1 code such as
 * {@code es}, or {@code null} if absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record TranslationAudioOutput(@Nullable String language,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) {

	/**
	 * Create a new {@link TranslationAudioOutput} instance.
	 */
	public TranslationAudioOutput {
		extra = Copies.extra(extra);
	}

	/**
	 * Return settings that translate into a language.
	 * @param language the language to translate into, as an ISO-639-1 code
	 * @return the settings
	 */
	public static TranslationAudioOutput of(String language) {
		return new TranslationAudioOutput(language, Map.of());
	}

}
