package io.realtime4j.tool;

/**
 * Function behind a tool, which returns when it is done.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ToolFunction {

	/**
	 * Execute a call.
	 * @param call the call
	 * @return the result
	 * @throws ToolException to tell the model why it cannot be done
	 * @throws Exception if it fails; the model is told no more than that
	 */
	ToolResult call(ToolCall call) throws Exception;

}
