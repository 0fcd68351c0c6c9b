package io.realtime4j.tool;

import java.util.concurrent.CompletionStage;

/**
 * Callback interface around the execution of tools, on the threads that run them.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ToolCallInterceptor {

	/**
	 * Execute a call. Called when the arguments were checked and the call is approved; a
	 * call that does not come so far is told by {@link ToolCallFinished} alone.
	 * @param call the call
	 * @param execution executes it
	 * @return what the execution gave, or something in place of it
	 * @throws Exception if it fails, as {@link CallableTool#call} does
	 */
	CompletionStage<ToolResult> intercept(ToolCall call, Execution execution) throws Exception;

	/**
	 * Execution of a call.
	 */
	@FunctionalInterface
	interface Execution {

		/**
		 * Execute the call.
		 * @return completes with the result
		 * @throws Exception if it fails
		 */
		CompletionStage<ToolResult> proceed() throws Exception;

	}

}
