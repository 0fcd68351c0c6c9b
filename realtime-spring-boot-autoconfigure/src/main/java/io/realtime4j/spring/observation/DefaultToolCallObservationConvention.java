package io.realtime4j.spring.observation;

import io.micrometer.common.KeyValues;

/**
 * Default {@link ToolCallObservationConvention}.
 *
 * @since 0.1.0
 */
public class DefaultToolCallObservationConvention implements ToolCallObservationConvention {

	private static final String OPERATION = "execute_tool";

	private final GenAiNames names;

	private final boolean content;

	/**
	 * Create a convention.
	 * @param names the names of attributes
	 * @param content whether observations contain arguments and results
	 */
	public DefaultToolCallObservationConvention(GenAiNames names, boolean content) {
		this.names = names;
		this.content = content;
	}

	@Override
	public String getName() {
		return "realtime.tool.call";
	}

	@Override
	public String getContextualName(ToolCallObservationContext context) {
		return OPERATION + " " + context.getToolName();
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(ToolCallObservationContext context) {
		return new GenAiKeyValues(this.names).always(GenAiAttribute.OPERATION_NAME, OPERATION)
			.always(GenAiAttribute.KIND, "tool_call")
			.always(GenAiAttribute.TOOL_NAME, context.getToolName())
			.add("outcome", context.getOutcome())
			.all();
	}

	@Override
	public KeyValues getHighCardinalityKeyValues(ToolCallObservationContext context) {
		GenAiKeyValues values = new GenAiKeyValues(this.names)
			.add(RealtimeObservationDocumentation.SESSION_ID, context.getCall().session().id())
			.add(GenAiAttribute.TOOL_CALL_ID, context.getCall().callId());
		if (this.content) {
			String result = context.getResult();
			values
				.add(GenAiAttribute.TOOL_CALL_ARGUMENTS,
						DefaultResponseObservationConvention.shortened(context.getCall().argumentsText()))
				.add(GenAiAttribute.TOOL_CALL_RESULT,
						(result != null) ? DefaultResponseObservationConvention.shortened(result) : null);
		}
		return values.all();
	}

}
