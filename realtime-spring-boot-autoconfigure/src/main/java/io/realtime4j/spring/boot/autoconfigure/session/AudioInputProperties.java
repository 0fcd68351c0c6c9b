package io.realtime4j.spring.boot.autoconfigure.session;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.NestedConfigurationProperty;

/**
 * Properties for input audio.
 *
 * @since 0.1.0
 */
public class AudioInputProperties {

	@NestedConfigurationProperty
	private final AudioFormatProperties format = new AudioFormatProperties();

	private final Transcription transcription = new Transcription();

	private final NoiseReduction noiseReduction = new NoiseReduction();

	@NestedConfigurationProperty
	private final TurnDetectionProperties turnDetection = new TurnDetectionProperties();

	public AudioFormatProperties getFormat() {
		return this.format;
	}

	public Transcription getTranscription() {
		return this.transcription;
	}

	public NoiseReduction getNoiseReduction() {
		return this.noiseReduction;
	}

	public TurnDetectionProperties getTurnDetection() {
		return this.turnDetection;
	}

	/**
	 * Transcription of the audio that goes in.
	 */
	public static class Transcription {

		/**
		 * Whether the audio is transcribed.
		 */
		private @Nullable Boolean enabled;

		/**
		 * Model for transcription, or with Azure the name of its deployment.
		 */
		private @Nullable String model;

		/**
		 * Language of the audio as an ISO-639-1 code.
		 */
		private @Nullable String language;

		/**
		 * Comma-separated list of the languages that may be spoken, as ISO-639-1 codes.
		 */
		private @Nullable List<String> languages;

		/**
		 * Comma-separated list of words to listen for.
		 */
		private @Nullable List<String> keywords;

		/**
		 * Text that guides the transcription.
		 */
		private @Nullable String prompt;

		/**
		 * How long transcription may wait for more context.
		 */
		private @Nullable String delay;

		public @Nullable Boolean getEnabled() {
			return this.enabled;
		}

		public void setEnabled(@Nullable Boolean enabled) {
			this.enabled = enabled;
		}

		public @Nullable String getModel() {
			return this.model;
		}

		public void setModel(@Nullable String model) {
			this.model = model;
		}

		public @Nullable String getLanguage() {
			return this.language;
		}

		public void setLanguage(@Nullable String language) {
			this.language = language;
		}

		public @Nullable List<String> getLanguages() {
			return this.languages;
		}

		public void setLanguages(@Nullable List<String> languages) {
			this.languages = languages;
		}

		public @Nullable List<String> getKeywords() {
			return this.keywords;
		}

		public void setKeywords(@Nullable List<String> keywords) {
			this.keywords = keywords;
		}

		public @Nullable String getPrompt() {
			return this.prompt;
		}

		public void setPrompt(@Nullable String prompt) {
			this.prompt = prompt;
		}

		public @Nullable String getDelay() {
			return this.delay;
		}

		public void setDelay(@Nullable String delay) {
			this.delay = delay;
		}

	}

	/**
	 * Noise reduction of the audio that goes in.
	 */
	public static class NoiseReduction {

		/**
		 * Type of the noise reduction, or none to turn it off.
		 */
		private @Nullable String type;

		/**
		 * Strength of the noise reduction, for servers that support it.
		 */
		private @Nullable Double strength;

		public @Nullable String getType() {
			return this.type;
		}

		public void setType(@Nullable String type) {
			this.type = type;
		}

		public @Nullable Double getStrength() {
			return this.strength;
		}

		public void setStrength(@Nullable Double strength) {
			this.strength = strength;
		}

	}

}
