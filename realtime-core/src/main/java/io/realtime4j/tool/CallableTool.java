package io.realtime4j.tool;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.realtime4j.model.tool.FunctionTool;
import io.realtime4j.session.VoiceSession;

/**
 * Function of the application that the model may call. One instance serves all sessions,
 * and several calls at once.
 *
 * @since 0.1.0
 */
public interface CallableTool {

	/**
	 * Return the definition of the function for the model. It must have a name.
	 * @return the definition, always the same
	 */
	FunctionTool definition();

	/**
	 * Return the options for calls.
	 * @return the options
	 */
	default ToolOptions options() {
		return ToolOptions.defaults();
	}

	/**
	 * Return the kind of session that the tool needs as {@link ToolCall#session()}.
	 * Sessions of another kind refuse the tool where they are equipped with it.
	 * @return the kind, by default {@link VoiceSession}, which every session is
	 */
	default Class<? extends VoiceSession> sessionType() {
		return VoiceSession.class;
	}

	/**
	 * Check a call that needs approval, before anybody is asked to approve it. The method
	 * runs on a thread for tools, as {@link #call} does, and must not do anything yet. It
	 * has the time-out of the tool, which begins anew when the call is approved.
	 * @param call the call, whose arguments fit the schema of the definition
	 * @throws ToolException to tell the model why it cannot be done
	 * @throws Exception if it fails; the model is told no more than that
	 */
	default void check(ToolCall call) throws Exception {
	}

	/**
	 * Execute a call. The method runs on a thread for tools, which it may block and which
	 * is interrupted when the result is no longer needed. The arguments have been checked
	 * against the schema of the definition, as far as its types, its enumerations and its
	 * required members go. Where their type is another one but their meaning is plain,
	 * they have been mended: {@code "6"} and {@code 6.0} for an integer, {@code 6} for a
	 * string, {@code "true"} for a boolean, an enumerated text in another case, an object
	 * or an array written as a string. {@link ToolCall#argumentsText()} is what the model
	 * wrote.
	 * @param call the call
	 * @return completes with the result
	 * @throws ToolException to tell the model why it cannot be done
	 * @throws Exception if it fails; the model is told no more than that
	 */
	CompletionStage<ToolResult> call(ToolCall call) throws Exception;

	/**
	 * Abandon a call whose result is no longer needed, because it timed out, its response
	 * was interrupted or its session has ended. Its thread is interrupted as well. The
	 * method must not block.
	 * @param result what {@link #call} returned
	 */
	default void abandon(CompletionStage<ToolResult> result) {
	}

	/**
	 * Return a tool of a function that returns when it is done.
	 * @param definition what the model is told
	 * @param function does it
	 * @return the tool
	 */
	static CallableTool of(FunctionTool definition, ToolFunction function) {
		return of(definition, ToolOptions.defaults(), function);
	}

	/**
	 * Return a tool of a function that returns when it is done.
	 * @param definition what the model is told
	 * @param options how calls are treated
	 * @param function does it
	 * @return the tool
	 */
	static CallableTool of(FunctionTool definition, ToolOptions options, ToolFunction function) {
		return new CallableTool() {

			@Override
			public FunctionTool definition() {
				return definition;
			}

			@Override
			public ToolOptions options() {
				return options;
			}

			@Override
			public CompletionStage<ToolResult> call(ToolCall call) throws Exception {
				return CompletableFuture.completedFuture(function.call(call));
			}

			@Override
			public String toString() {
				return "CallableTool[" + definition.name() + "]";
			}

		};
	}

}
