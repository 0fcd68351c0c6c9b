package io.realtime4j.model.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.model.Modality;
import io.realtime4j.model.Toggle;
import io.realtime4j.model.transcription.AudioTranscription;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Settings of a beta transcription session, in its {@code transcription_session.*}
 * events. GA has {@link TranscriptionSessionSettings} instead.
 *
 * @param id the id of the session, or {@code null} in what a client sends
 * @param object {@code realtime.transcription_session}, or {@code null} if absent
 * @param modalities the modalities of responses, or {@code null} if absent
 * @param inputAudioFormat the format of the audio that goes in, or {@code null} if absent
 * @param inputAudioTranscription transcription settings, off, or {@code null} if absent
 * @param turnDetection how the server finds turns, off, or {@code null} if absent
 * @param inputAudioNoiseReduction noise reduction, off, or {@code null} if absent
 * @param include additional members for the server to send, or {@code null} if absent
 * @param expiresAt when the session ends, in seconds since 1970 (UTC), or {@code null} if
 * not said
 * @param clientSecret an ephemeral key, or {@code null} if absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record BetaTranscriptionSession(@Nullable String id, @Nullable String object,
		@Nullable List<Modality> modalities, @Nullable BetaAudioFormat inputAudioFormat,
		@Nullable Toggle<AudioTranscription> inputAudioTranscription, @Nullable Toggle<TurnDetection> turnDetection,
		@Nullable Toggle<NoiseReduction> inputAudioNoiseReduction, @Nullable List<Include> include,
		@Nullable Long expiresAt, @Nullable ClientSecret clientSecret,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) {

	/**
	 * Create a new {@link BetaTranscriptionSession} instance.
	 */
	public BetaTranscriptionSession {
		modalities = Copies.nullableList(modalities);
		include = Copies.nullableList(include);
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
		builder.id = this.id;
		builder.object = this.object;
		builder.modalities = this.modalities;
		builder.inputAudioFormat = this.inputAudioFormat;
		builder.inputAudioTranscription = this.inputAudioTranscription;
		builder.turnDetection = this.turnDetection;
		builder.inputAudioNoiseReduction = this.inputAudioNoiseReduction;
		builder.include = this.include;
		builder.expiresAt = this.expiresAt;
		builder.clientSecret = this.clientSecret;
		builder.extra.putAll(this.extra);
		return builder;
	}

	/**
	 * Builder of {@link BetaTranscriptionSession}. A member that is not set is not sent.
	 */
	public static final class Builder {

		private @Nullable String id;

		private @Nullable String object;

		private @Nullable List<Modality> modalities;

		private @Nullable BetaAudioFormat inputAudioFormat;

		private @Nullable Toggle<AudioTranscription> inputAudioTranscription;

		private @Nullable Toggle<TurnDetection> turnDetection;

		private @Nullable Toggle<NoiseReduction> inputAudioNoiseReduction;

		private @Nullable List<Include> include;

		private @Nullable Long expiresAt;

		private @Nullable ClientSecret clientSecret;

		private final Map<String, JsonNode> extra = new LinkedHashMap<>();

		private Builder() {
		}

		/**
		 * Set the member {@code id}.
		 * @param id the id of the session, which the server assigns
		 * @return this builder
		 */
		public Builder id(String id) {
			this.id = id;
			return this;
		}

		/**
		 * Set the member {@code object}.
		 * @param object {@code realtime.transcription_session}
		 * @return this builder
		 */
		public Builder object(String object) {
			this.object = object;
			return this;
		}

		/**
		 * Set the member {@code modalities}.
		 * @param modalities the modalities of responses
		 * @return this builder
		 */
		public Builder modalities(List<? extends Modality> modalities) {
			this.modalities = List.copyOf(modalities);
			return this;
		}

		/**
		 * Set the member {@code input_audio_format}.
		 * @param inputAudioFormat the format of the audio that goes in
		 * @return this builder
		 */
		public Builder inputAudioFormat(BetaAudioFormat inputAudioFormat) {
			this.inputAudioFormat = inputAudioFormat;
			return this;
		}

		/**
		 * Set the member {@code input_audio_transcription}.
		 * @param inputAudioTranscription transcription settings
		 * @return this builder
		 */
		public Builder inputAudioTranscription(AudioTranscription inputAudioTranscription) {
			this.inputAudioTranscription = Toggle.on(inputAudioTranscription);
			return this;
		}

		/**
		 * Turn the setting off: send {@code input_audio_transcription} as {@code null}.
		 * @return this builder
		 */
		public Builder inputAudioTranscriptionOff() {
			this.inputAudioTranscription = Toggle.off();
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
		 * Set the member {@code input_audio_noise_reduction}.
		 * @param inputAudioNoiseReduction noise reduction
		 * @return this builder
		 */
		public Builder inputAudioNoiseReduction(NoiseReduction inputAudioNoiseReduction) {
			this.inputAudioNoiseReduction = Toggle.on(inputAudioNoiseReduction);
			return this;
		}

		/**
		 * Turn the setting off: send {@code input_audio_noise_reduction} as {@code null}.
		 * @return this builder
		 */
		public Builder inputAudioNoiseReductionOff() {
			this.inputAudioNoiseReduction = Toggle.off();
			return this;
		}

		/**
		 * Set the member {@code include}.
		 * @param include additional members for the server to send
		 * @return this builder
		 */
		public Builder include(List<? extends Include> include) {
			this.include = List.copyOf(include);
			return this;
		}

		/**
		 * Set the member {@code expires_at}.
		 * @param expiresAt when the session ends, in seconds since 1970 (UTC)
		 * @return this builder
		 */
		public Builder expiresAt(Long expiresAt) {
			this.expiresAt = expiresAt;
			return this;
		}

		/**
		 * Set the member {@code client_secret}.
		 * @param clientSecret an ephemeral key
		 * @return this builder
		 */
		public Builder clientSecret(ClientSecret clientSecret) {
			this.clientSecret = clientSecret;
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
		public BetaTranscriptionSession build() {
			return new BetaTranscriptionSession(this.id, this.object, this.modalities, this.inputAudioFormat,
					this.inputAudioTranscription, this.turnDetection, this.inputAudioNoiseReduction, this.include,
					this.expiresAt, this.clientSecret, this.extra);
		}

	}

}
