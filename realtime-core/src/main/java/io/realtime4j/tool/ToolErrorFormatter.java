package io.realtime4j.tool;

/**
 * Strategy for telling the model that a call has failed. The model is likely to speak the
 * text to the user.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ToolErrorFormatter {

	/**
	 * Return the output of a failed call. The method is called on any thread and must not
	 * block. If it throws an exception, {@link ToolOutcome.Failure#message()} is used.
	 * @param call the call
	 * @param failure what went wrong
	 * @return the output
	 */
	String format(ToolCall call, ToolOutcome.Failure failure);

}
