package io.realtime4j.model.transcription;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Settings of the transcription of input audio. Transcription runs beside the model and
 * is a guide to what the model heard.
 *
 * @param model the model that transcribes, or {@code null} if absent; with Azure the name
 * of a deployment
 * @param language the language of the audio as an ISO-639-1 code, or {@code null} if
 * absent
 * @param languages the languages that may be spoken, as ISO-639-1 codes, or {@code null}
 * if absent
 * @param keywords words to listen for, or {@code null} if absent
 * @param prompt text that guides the transcription, or {@code null} if absent
 * @param delay how long transcription may wait for more context, or {@code null} if
 * absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record AudioTranscription(@Nullable TranscriptionModel model, @Nullable String language,
		@Nullable List<String> languages, @Nullable List<String> keywords, @Nullable String prompt,
		@Nullable TranscriptionDelay delay, @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) {

	/**
	 * Create a new {@link AudioTranscription} instance.
	 */
	public AudioTranscription {
		languages = Copies.nullableList(languages);
		keywords = Copies.nullableList(keywords);
		extra = Copies.extra(extra);
	}

	/**
	 * Return a builder with no member set.
	 * @return a new builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Return a builder that starts from these members.
	 * @return a new builder
	 */
	public Builder toBuilder() {
		Builder builder = new Builder();
		builder.model = this.model;
		builder.language = this.language;
		builder.languages = this.languages;
		builder.keywords = this.keywords;
		builder.prompt = this.prompt;
		builder.delay = this.delay;
		builder.extra.putAll(this.extra);
		return builder;
	}

	/**
	 * Builder of {@link AudioTranscription}. A member that is not set is not sent.
	 */
	public static final class Builder {

		private @Nullable TranscriptionModel model;

		private @Nullable String language;

		private @Nullable List<String> languages;

		private @Nullable List<String> keywords;

		private @Nullable String prompt;

		private @Nullable TranscriptionDelay delay;

		private final Map<String, JsonNode> extra = new LinkedHashMap<>();

		private Builder() {
		}

		/**
		 * Set the member {@code model}.
		 * @param model the model that transcribes; with Azure the name of a deployment
		 * @return this builder
		 */
		public Builder model(TranscriptionModel model) {
			this.model = model;
			return this;
		}

		/**
		 * Set the member {@code language}.
		 * @param language the language of the audio as an ISO-639-1 code
		 * @return this builder
		 */
		public Builder language(String language) {
			this.language = language;
			return this;
		}

		/**
		 * Set the member {@code languages}.
		 * @param languages the languages that may be spoken, as ISO-639-1 codes
		 * @return this builder
		 */
		public Builder languages(List<String> languages) {
			this.languages = List.copyOf(languages);
			return this;
		}

		/**
		 * Set the member {@code keywords}.
		 * @param keywords words to listen for
		 * @return this builder
		 */
		public Builder keywords(List<String> keywords) {
			this.keywords = List.copyOf(keywords);
			return this;
		}

		/**
		 * Set the member {@code prompt}.
		 * @param prompt text that guides the transcription
		 * @return this builder
		 */
		public Builder prompt(String prompt) {
			this.prompt = prompt;
			return this;
		}

		/**
		 * Set the member {@code delay}.
		 * @param delay how long transcription may wait for more context
		 * @return this builder
		 */
		public Builder delay(TranscriptionDelay delay) {
			this.delay = delay;
			return this;
		}

		/**
		 * Add a member that this library does not know; it is sent as it is.
		 * @param name the name on the wire
		 * @param value the value
		 * @return this builder
		 */
		public Builder extra(String name, JsonNode value) {
			this.extra.put(name, value);
			return this;
		}

		/**
		 * Build the value.
		 * @return the value
		 */
		public AudioTranscription build() {
			return new AudioTranscription(this.model, this.language, this.languages, this.keywords, this.prompt,
					this.delay, this.extra);
		}

	}

}
