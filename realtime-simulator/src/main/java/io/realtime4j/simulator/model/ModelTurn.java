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
 */
public record ModelTurn(Role role, String text, String name, Duration audio) {

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
