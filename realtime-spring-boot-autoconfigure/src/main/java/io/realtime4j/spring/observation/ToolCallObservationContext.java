package io.realtime4j.spring.observation;

import io.micrometer.observation.Observation;
import io.realtime4j.tool.ToolCall;
import org.jspecify.annotations.Nullable;

/**
 * Context of the observation of a call of a tool, from the moment at which it runs, or is
 * refused, to its output.
 *
 * @since 0.1.0
 */
public class ToolCallObservationContext extends Observation.Context {

	private final ToolCall call;

	private final String toolName;

	private volatile String outcome = "other";

	private volatile @Nullable String result;

	/**
	 * Create a context.
	 * @param call the call
	 * @param toolName the name of the tool, {@code unknown} if there is no such tool
	 */
	public ToolCallObservationContext(ToolCall call, String toolName) {
		this.call = call;
		this.toolName = toolName;
	}

	/**
	 * Return the call.
	 * @return the call
	 */
	public ToolCall getCall() {
		return this.call;
	}

	/**
	 * Return the name of the tool.
	 * @return the name, {@code unknown} if there is no such tool
	 */
	public String getToolName() {
		return this.toolName;
	}

	/**
	 * Return how the call ended, by the name of its {@link io.realtime4j.tool.ToolOutcome
	 * outcome}, such as {@code succeeded}.
	 * @return the outcome
	 */
	public String getOutcome() {
		return this.outcome;
	}

	void setOutcome(String outcome) {
		this.outcome = outcome;
	}

	/**
	 * Return the output of the tool, which is content.
	 * @return the output, or {@code null} if there is none
	 */
	public @Nullable String getResult() {
		return this.result;
	}

	void setResult(String result) {
		this.result = result;
	}

}
