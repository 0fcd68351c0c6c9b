package io.realtime4j.spring.boot.autoconfigure.session;

import org.jspecify.annotations.Nullable;

/**
 * Properties for the greeting with which the model speaks first.
 *
 * @since 0.1.0
 */
public class GreetingProperties {

	/**
	 * Instructions for the greeting, which replace those of the session in this one
	 * response: the model speaks first, in its own words.
	 */
	private @Nullable String instructions;

	/**
	 * Text of the greeting, which the model is asked to speak word for word.
	 */
	private @Nullable String text;

	public @Nullable String getInstructions() {
		return this.instructions;
	}

	public void setInstructions(@Nullable String instructions) {
		this.instructions = instructions;
	}

	public @Nullable String getText() {
		return this.text;
	}

	public void setText(@Nullable String text) {
		this.text = text;
	}

}
