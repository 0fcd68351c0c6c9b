package io.realtime4j.translation.model;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.model.Toggle;
import io.realtime4j.model.session.NoiseReduction;
import io.realtime4j.model.transcription.AudioTranscription;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Settings of the speech that is translated.
 *
 * @param transcription transcription of the speech in its own language, off, or
 * {@code null} if absent
 * @param noiseReduction noise reduction before the model, off, or {@code null} if absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record TranslationAudioInput(@Nullable Toggle<AudioTranscription> transcription,
		@Nullable Toggle<NoiseReduction> noiseReduction, @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) {

	/**
	 * Create a new {@link TranslationAudioInput} instance.
	 */
	public TranslationAudioInput {
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
		builder.transcription = this.transcription;
		builder.noiseReduction = this.noiseReduction;
		builder.extra.putAll(this.extra);
		return builder;
	}

	/**
	 * Builder of {@link TranslationAudioInput}. A member that is not set is not sent.
	 */
	public static final class Builder {

		private @Nullable Toggle<AudioTranscription> transcription;

		private @Nullable Toggle<NoiseReduction> noiseReduction;

		private final Map<String, JsonNode> extra = new LinkedHashMap<>();

		private Builder() {
		}

		/**
		 * Set the member {@code transcription}.
		 * @param transcription transcription of the speech in its own language
		 * @return this builder
		 */
		public Builder transcription(AudioTranscription transcription) {
			this.transcription = Toggle.on(transcription);
			return this;
		}

		/**
		 * Turn the setting off: send {@code transcription} as {@code null}.
		 * @return this builder
		 */
		public Builder transcriptionOff() {
			this.transcription = Toggle.off();
			return this;
		}

		/**
		 * Set the member {@code noise_reduction}.
		 * @param noiseReduction noise reduction before the model
		 * @return this builder
		 */
		public Builder noiseReduction(NoiseReduction noiseReduction) {
			this.noiseReduction = Toggle.on(noiseReduction);
			return this;
		}

		/**
		 * Turn the setting off: send {@code noise_reduction} as {@code null}.
		 * @return this builder
		 */
		public Builder noiseReductionOff() {
			this.noiseReduction = Toggle.off();
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
		public TranslationAudioInput build() {
			return new TranslationAudioInput(this.transcription, this.noiseReduction, this.extra);
		}

	}

}
