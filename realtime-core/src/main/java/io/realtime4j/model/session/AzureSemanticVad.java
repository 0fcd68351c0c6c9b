package io.realtime4j.model.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Turn detection by what is said and how, as in Azure Voice Live:
 * {@code azure_semantic_vad} and its variants.
 *
 * @param type the type of the turn detection
 * @param threshold how loud counts as speech, 0.0 to 1.0, or {@code null} if absent
 * @param prefixPaddingMs audio kept from before speech began, in ms, or {@code null} if
 * absent
 * @param silenceDurationMs silence that ends a turn, in ms, or {@code null} if absent
 * @param speechDurationMs how long speech must last to count, in ms, or {@code null} if
 * absent
 * @param removeFillerWords whether filler words count for nothing, or {@code null} if
 * absent
 * @param languages the languages that are spoken, or {@code null} if absent
 * @param createResponse whether the server answers by itself when a turn ends, or
 * {@code null} if absent
 * @param interruptResponse whether speech cancels an answer that runs, or {@code null} if
 * absent
 * @param autoTruncate whether the server itself cuts what was not heard, or {@code null}
 * if absent
 * @param extra members that this library does not know, such as
 * {@code end_of_utterance_detection}, by their names on the wire; sent as they are
 * @since 0.1.0
 */
public record AzureSemanticVad(@JsonProperty(access = JsonProperty.Access.READ_WRITE) String type,
		@Nullable Double threshold, @Nullable Long prefixPaddingMs, @Nullable Long silenceDurationMs,
		@Nullable Long speechDurationMs, @Nullable Boolean removeFillerWords, @Nullable List<String> languages,
		@Nullable Boolean createResponse, @Nullable Boolean interruptResponse, @Nullable Boolean autoTruncate,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements TurnDetection {

	/**
	 * Finds turns in any language.
	 */
	public static final String STANDARD = "azure_semantic_vad";

	/**
	 * Finds turns in English.
	 */
	public static final String ENGLISH = "azure_semantic_vad_en";

	/**
	 * Finds turns in several languages.
	 */
	public static final String MULTILINGUAL = "azure_semantic_vad_multilingual";

	/**
	 * Create a new {@link AzureSemanticVad} instance.
	 */
	public AzureSemanticVad {
		Objects.requireNonNull(type, "'type' must not be null");
		languages = Copies.nullableList(languages);
		extra = Copies.extra(extra);
	}

	/**
	 * Return a builder of the {@link #STANDARD} variant with no member set.
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
		builder.type = this.type;
		builder.threshold = this.threshold;
		builder.prefixPaddingMs = this.prefixPaddingMs;
		builder.silenceDurationMs = this.silenceDurationMs;
		builder.speechDurationMs = this.speechDurationMs;
		builder.removeFillerWords = this.removeFillerWords;
		builder.languages = this.languages;
		builder.createResponse = this.createResponse;
		builder.interruptResponse = this.interruptResponse;
		builder.autoTruncate = this.autoTruncate;
		builder.extra.putAll(this.extra);
		return builder;
	}

	/**
	 * Builder of {@link AzureSemanticVad}. A member that is not set is not sent.
	 */
	public static final class Builder {

		private String type = STANDARD;

		private @Nullable Double threshold;

		private @Nullable Long prefixPaddingMs;

		private @Nullable Long silenceDurationMs;

		private @Nullable Long speechDurationMs;

		private @Nullable Boolean removeFillerWords;

		private @Nullable List<String> languages;

		private @Nullable Boolean createResponse;

		private @Nullable Boolean interruptResponse;

		private @Nullable Boolean autoTruncate;

		private final Map<String, JsonNode> extra = new LinkedHashMap<>();

		private Builder() {
		}

		/**
		 * Set the member {@code type}.
		 * @param type the type of the turn detection
		 * @return this builder
		 */
		public Builder type(String type) {
			this.type = type;
			return this;
		}

		/**
		 * Set the member {@code threshold}.
		 * @param threshold how loud counts as speech, 0.0 to 1.0
		 * @return this builder
		 */
		public Builder threshold(Double threshold) {
			this.threshold = threshold;
			return this;
		}

		/**
		 * Set the member {@code prefix_padding_ms}.
		 * @param prefixPaddingMs audio kept from before speech began, in ms
		 * @return this builder
		 */
		public Builder prefixPaddingMs(Long prefixPaddingMs) {
			this.prefixPaddingMs = prefixPaddingMs;
			return this;
		}

		/**
		 * Set the member {@code silence_duration_ms}.
		 * @param silenceDurationMs silence that ends a turn, in ms
		 * @return this builder
		 */
		public Builder silenceDurationMs(Long silenceDurationMs) {
			this.silenceDurationMs = silenceDurationMs;
			return this;
		}

		/**
		 * Set the member {@code speech_duration_ms}.
		 * @param speechDurationMs how long speech must last to count, in ms
		 * @return this builder
		 */
		public Builder speechDurationMs(Long speechDurationMs) {
			this.speechDurationMs = speechDurationMs;
			return this;
		}

		/**
		 * Set the member {@code remove_filler_words}.
		 * @param removeFillerWords whether filler words count for nothing
		 * @return this builder
		 */
		public Builder removeFillerWords(Boolean removeFillerWords) {
			this.removeFillerWords = removeFillerWords;
			return this;
		}

		/**
		 * Set the member {@code languages}.
		 * @param languages the languages that are spoken
		 * @return this builder
		 */
		public Builder languages(List<String> languages) {
			this.languages = languages;
			return this;
		}

		/**
		 * Set the member {@code create_response}.
		 * @param createResponse whether the server answers by itself when a turn ends
		 * @return this builder
		 */
		public Builder createResponse(Boolean createResponse) {
			this.createResponse = createResponse;
			return this;
		}

		/**
		 * Set the member {@code interrupt_response}.
		 * @param interruptResponse whether speech cancels an answer that runs
		 * @return this builder
		 */
		public Builder interruptResponse(Boolean interruptResponse) {
			this.interruptResponse = interruptResponse;
			return this;
		}

		/**
		 * Set the member {@code auto_truncate}.
		 * @param autoTruncate whether the server itself cuts what was not heard
		 * @return this builder
		 */
		public Builder autoTruncate(Boolean autoTruncate) {
			this.autoTruncate = autoTruncate;
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
		public AzureSemanticVad build() {
			return new AzureSemanticVad(this.type, this.threshold, this.prefixPaddingMs, this.silenceDurationMs,
					this.speechDurationMs, this.removeFillerWords, this.languages, this.createResponse,
					this.interruptResponse, this.autoTruncate, this.extra);
		}

	}

}
