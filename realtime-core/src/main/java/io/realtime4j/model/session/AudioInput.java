package io.realtime4j.model.session;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.model.Toggle;
import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.transcription.AudioTranscription;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Settings of input audio.
 *
 * @param format the format of the audio, or {@code null} if absent
 * @param transcription transcription by a model of its own, off, or {@code null} if
 * absent
 * @param noiseReduction noise reduction, off, or {@code null} if absent
 * @param turnDetection how the server finds turns, off for push-to-talk, or {@code null}
 * if absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record AudioInput(@Nullable AudioFormat format, @Nullable Toggle<AudioTranscription> transcription,
		@Nullable Toggle<NoiseReduction> noiseReduction, @Nullable Toggle<TurnDetection> turnDetection,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) {

	/**
	 * Create a new {@link AudioInput} instance.
	 */
	public AudioInput {
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
		builder.format = this.format;
		builder.transcription = this.transcription;
		builder.noiseReduction = this.noiseReduction;
		builder.turnDetection = this.turnDetection;
		builder.extra.putAll(this.extra);
		return builder;
	}

	/**
	 * Builder of {@link AudioInput}. A member that is not set is not sent.
	 */
	public static final class Builder {

		private @Nullable AudioFormat format;

		private @Nullable Toggle<AudioTranscription> transcription;

		private @Nullable Toggle<NoiseReduction> noiseReduction;

		private @Nullable Toggle<TurnDetection> turnDetection;

		private final Map<String, JsonNode> extra = new LinkedHashMap<>();

		private Builder() {
		}

		/**
		 * Set the member {@code format}.
		 * @param format the format of the audio
		 * @return this builder
		 */
		public Builder format(AudioFormat format) {
			this.format = format;
			return this;
		}

		/**
		 * Set the member {@code transcription}.
		 * @param transcription transcription by a model of its own
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
		 * @param noiseReduction noise reduction
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
		 * Set the member {@code turn_detection}.
		 * @param turnDetection how the server finds turns
		 * @return this builder
		 */
		public Builder turnDetection(TurnDetection turnDetection) {
			this.turnDetection = Toggle.on(turnDetection);
			return this;
		}

		/**
		 * Turn the setting off: send {@code turn_detection} as {@code null}.
		 * @return this builder
		 */
		public Builder turnDetectionOff() {
			this.turnDetection = Toggle.off();
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
		public AudioInput build() {
			return new AudioInput(this.format, this.transcription, this.noiseReduction, this.turnDetection, this.extra);
		}

	}

}
