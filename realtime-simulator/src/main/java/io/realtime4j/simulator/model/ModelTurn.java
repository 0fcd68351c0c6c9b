package io.realtime4j.simulator.model;

import java.time.Duration;

/**
 * Item of a conversation, as a model sees it.
 *
 * @param role who says it
 * @param text the words, the arguments of a call, or the output of a tool; empty for
 * speech that nobody transcribed
 * @param name the name of the tool that is called, otherwise empty
 * @param audio how much audio there is, {@link Duration#ZERO} for none
 * @param guess what may have been said, where that is too uncertain to act upon and so is
 * not the text, otherwise empty
 */
public record ModelTurn(Role role, String text, String name, Duration audio, String guess) {

	/**
	 * Create a new {@link ModelTurn} instance whose words are certain.
	 * @param role who says it
	 * @param text the words, the arguments of a call, or the output of a tool; empty for
	 * speech that nobody transcribed
	 * @param name the name of the tool that is called, otherwise empty
	 * @param audio how much audio there is, {@link Duration#ZERO} for none
	 */
	public ModelTurn(Role role, String text, String name, Duration audio) {
		this(role, text, name, audio, "");
	}

	/**
	 * Who says it.
	 */
	public enum Role {

		/**
		 * The application.
		 */
		SYSTEM,

		/**
		 * The user.
		 */
		USER,

		/**
		 * The model.
		 */
		ASSISTANT,

		/**
		 * The model, calling a tool.
		 */
		TOOL_CALL,

		/**
		 * The output of a tool.
		 */
		TOOL_OUTPUT

	}

}
