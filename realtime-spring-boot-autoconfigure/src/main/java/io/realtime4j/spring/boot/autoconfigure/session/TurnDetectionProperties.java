package io.realtime4j.spring.boot.autoconfigure.session;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Properties for turn detection: when the user speaks and has finished.
 *
 * @since 0.1.0
 */
public class TurnDetectionProperties {

	/**
	 * Type of the turn detection, or none to turn it off and commit the audio manually.
	 */
	private @Nullable Type type;

	/**
	 * Threshold above which audio counts as speech, 0.0 to 1.0, for server_vad and those
	 * of Azure.
	 */
	private @Nullable Double threshold;

	/**
	 * Duration of audio that is kept before the speech, for server_vad and those of
	 * Azure.
	 */
	private @Nullable Duration prefixPadding;

	/**
	 * Silence that ends the speech, for server_vad and those of Azure.
	 */
	private @Nullable Duration silenceDuration;

	/**
	 * Silence of the user after which the model speaks again, 5 to 30 seconds, for
	 * server_vad.
	 */
	private @Nullable Duration idleTimeout;

	/**
	 * Eagerness of the model to respond, for semantic_vad.
	 */
	private @Nullable String eagerness;

	/**
	 * Minimum duration of speech that counts, for those of Azure.
	 */
	private @Nullable Duration speechDuration;

	/**
	 * Whether filler words are ignored, for those of Azure.
	 */
	private @Nullable Boolean removeFillerWords;

	/**
	 * Comma-separated list of the languages that are spoken, such as de-DE, for those of
	 * Azure.
	 */
	private @Nullable List<String> languages;

	/**
	 * Whether the model responds when the user has finished.
	 */
	private @Nullable Boolean createResponse;

	/**
	 * Whether the user's speech interrupts a response.
	 */
	private @Nullable Boolean interruptResponse;

	public @Nullable Type getType() {
		return this.type;
	}

	public void setType(@Nullable Type type) {
		this.type = type;
	}

	public @Nullable Double getThreshold() {
		return this.threshold;
	}

	public void setThreshold(@Nullable Double threshold) {
		this.threshold = threshold;
	}

	public @Nullable Duration getPrefixPadding() {
		return this.prefixPadding;
	}

	public void setPrefixPadding(@Nullable Duration prefixPadding) {
		this.prefixPadding = prefixPadding;
	}

	public @Nullable Duration getSilenceDuration() {
		return this.silenceDuration;
	}

	public void setSilenceDuration(@Nullable Duration silenceDuration) {
		this.silenceDuration = silenceDuration;
	}

	public @Nullable Duration getIdleTimeout() {
		return this.idleTimeout;
	}

	public void setIdleTimeout(@Nullable Duration idleTimeout) {
		this.idleTimeout = idleTimeout;
	}

	public @Nullable String getEagerness() {
		return this.eagerness;
	}

	public void setEagerness(@Nullable String eagerness) {
		this.eagerness = eagerness;
	}

	public @Nullable Duration getSpeechDuration() {
		return this.speechDuration;
	}

	public void setSpeechDuration(@Nullable Duration speechDuration) {
		this.speechDuration = speechDuration;
	}

	public @Nullable Boolean getRemoveFillerWords() {
		return this.removeFillerWords;
	}

	public void setRemoveFillerWords(@Nullable Boolean removeFillerWords) {
		this.removeFillerWords = removeFillerWords;
	}

	public @Nullable List<String> getLanguages() {
		return this.languages;
	}

	public void setLanguages(@Nullable List<String> languages) {
		this.languages = languages;
	}

	public @Nullable Boolean getCreateResponse() {
		return this.createResponse;
	}

	public void setCreateResponse(@Nullable Boolean createResponse) {
		this.createResponse = createResponse;
	}

	public @Nullable Boolean getInterruptResponse() {
		return this.interruptResponse;
	}

	public void setInterruptResponse(@Nullable Boolean interruptResponse) {
		this.interruptResponse = interruptResponse;
	}

	/**
	 * Kinds of turn detection.
	 */
	public enum Type {

		/**
		 * By loudness and silence.
		 */
		SERVER_VAD,

		/**
		 * By what is said.
		 */
		SEMANTIC_VAD,

		/**
		 * By what is said and how, by Azure Voice Live.
		 */
		AZURE_SEMANTIC_VAD,

		/**
		 * The same in English.
		 */
		AZURE_SEMANTIC_VAD_EN,

		/**
		 * The same in several languages.
		 */
		AZURE_SEMANTIC_VAD_MULTILINGUAL,

		/**
		 * Not at all.
		 */
		NONE

	}

}
