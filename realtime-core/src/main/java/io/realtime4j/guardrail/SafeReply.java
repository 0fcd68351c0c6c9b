package io.realtime4j.guardrail;

import io.realtime4j.model.response.ResponseSettings;
import io.realtime4j.model.tool.ToolChoiceMode;
import org.jspecify.annotations.Nullable;

/**
 * Reply that the model gives in place of a response that was cut off.
 *
 * @param settings what the response shall be, or {@code null} for silence
 * @since 0.1.0
 */
public record SafeReply(@Nullable ResponseSettings settings) {

	private static final String APOLOGY = "What you were about to say was stopped, because it must not be said. "
			+ "Do not repeat or continue it, and do not say why. Apologize in one short sentence, and offer to help "
			+ "with something else.";

	/**
	 * Return a short apology in the model's own words.
	 * @return the reply
	 */
	public static SafeReply apology() {
		return instructions(APOLOGY);
	}

	/**
	 * Return a reply with instructions, which replace those of the session. The model
	 * calls no tools in it.
	 * @param instructions what to say, in words for the model
	 * @return the reply
	 */
	public static SafeReply instructions(String instructions) {
		return new SafeReply(
				ResponseSettings.builder().instructions(instructions).toolChoice(ToolChoiceMode.NONE).build());
	}

	/**
	 * Return a reply with this text, which the model is asked to speak word for word.
	 * @param text what to say
	 * @return the reply
	 * @see ResponseSettings.Builder#verbatim(String)
	 */
	public static SafeReply text(String text) {
		return new SafeReply(ResponseSettings.builder().verbatim(text).toolChoice(ToolChoiceMode.NONE).build());
	}

	/**
	 * Return no reply: there is silence.
	 * @return the reply
	 */
	public static SafeReply silence() {
		return new SafeReply(null);
	}

}
