package io.realtime4j.spring.boot.autoconfigure.live;

import java.time.Duration;

import io.realtime4j.spring.boot.autoconfigure.session.AudioFormatProperties;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.core.io.Resource;

/**
 * Configuration properties for live sessions.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("realtime.live")
public class LiveProperties {

	/**
	 * Model of live sessions, such as gpt-live-1. Without one there are none by default.
	 */
	private @Nullable String model;

	/**
	 * Instructions for the model.
	 */
	private @Nullable String instructions;

	/**
	 * Location of a text in UTF-8 with the instructions for the model.
	 */
	private @Nullable Resource instructionsLocation;

	/**
	 * Voice of the model.
	 */
	private @Nullable String voice;

	/**
	 * Id of a custom voice of the model.
	 */
	private @Nullable String voiceId;

	@NestedConfigurationProperty
	private AudioFormatProperties format = new AudioFormatProperties();

	/**
	 * Text that the model says first, in its own words, at most 500 tokens. Without it
	 * the model waits for the user.
	 */
	private @Nullable String greeting;

	/**
	 * How long nobody may say anything before a session is closed, unless delegated work
	 * is under way. Silence costs as much as speech.
	 */
	private @Nullable Duration hangUpAfter;

	/**
	 * Whether the service keeps sessions, so that they can be forked and their recordings
	 * be read.
	 */
	private @Nullable Boolean store;

	@NestedConfigurationProperty
	private final LiveDelegationProperties delegation = new LiveDelegationProperties();

	public @Nullable String getModel() {
		return this.model;
	}

	public void setModel(@Nullable String model) {
		this.model = model;
	}

	public @Nullable String getInstructions() {
		return this.instructions;
	}

	public void setInstructions(@Nullable String instructions) {
		this.instructions = instructions;
	}

	public @Nullable Resource getInstructionsLocation() {
		return this.instructionsLocation;
	}

	public void setInstructionsLocation(@Nullable Resource instructionsLocation) {
		this.instructionsLocation = instructionsLocation;
	}

	public @Nullable String getVoice() {
		return this.voice;
	}

	public void setVoice(@Nullable String voice) {
		this.voice = voice;
	}

	public @Nullable String getVoiceId() {
		return this.voiceId;
	}

	public void setVoiceId(@Nullable String voiceId) {
		this.voiceId = voiceId;
	}

	public AudioFormatProperties getFormat() {
		return this.format;
	}

	// The actuator shows properties of another package only where they can be set
	public void setFormat(AudioFormatProperties format) {
		this.format = format;
	}

	public @Nullable String getGreeting() {
		return this.greeting;
	}

	public void setGreeting(@Nullable String greeting) {
		this.greeting = greeting;
	}

	public @Nullable Duration getHangUpAfter() {
		return this.hangUpAfter;
	}

	public void setHangUpAfter(@Nullable Duration hangUpAfter) {
		this.hangUpAfter = hangUpAfter;
	}

	public @Nullable Boolean getStore() {
		return this.store;
	}

	public void setStore(@Nullable Boolean store) {
		this.store = store;
	}

	public LiveDelegationProperties getDelegation() {
		return this.delegation;
	}

}
