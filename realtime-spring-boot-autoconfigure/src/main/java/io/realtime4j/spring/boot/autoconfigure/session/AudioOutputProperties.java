package io.realtime4j.spring.boot.autoconfigure.session;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.NestedConfigurationProperty;

/**
 * Properties for output audio.
 *
 * @since 0.1.0
 */
public class AudioOutputProperties {

	@NestedConfigurationProperty
	private final AudioFormatProperties format = new AudioFormatProperties();

	/**
	 * Voice of the model.
	 */
	private @Nullable String voice;

	/**
	 * Type of the voice, such as azure-standard, for servers with several types of
	 * voices.
	 */
	private @Nullable String voiceType;

	/**
	 * Id of a custom voice of the model.
	 */
	private @Nullable String voiceId;

	/**
	 * Speed of speech, 0.25 to 1.5, where 1.0 is normal.
	 */
	private @Nullable Double speed;

	public AudioFormatProperties getFormat() {
		return this.format;
	}

	public @Nullable String getVoice() {
		return this.voice;
	}

	public void setVoice(@Nullable String voice) {
		this.voice = voice;
	}

	public @Nullable String getVoiceType() {
		return this.voiceType;
	}

	public void setVoiceType(@Nullable String voiceType) {
		this.voiceType = voiceType;
	}

	public @Nullable String getVoiceId() {
		return this.voiceId;
	}

	public void setVoiceId(@Nullable String voiceId) {
		this.voiceId = voiceId;
	}

	public @Nullable Double getSpeed() {
		return this.speed;
	}

	public void setSpeed(@Nullable Double speed) {
		this.speed = speed;
	}

}
