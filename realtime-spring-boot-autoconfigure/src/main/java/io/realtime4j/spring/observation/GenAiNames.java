package io.realtime4j.spring.observation;

import java.util.EnumMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Strategy for the names that observations give to {@link GenAiAttribute attributes}. The
 * semantic conventions for generative AI are not stable yet: this is the one place that
 * holds their names, and a bean of this type replaces them.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface GenAiNames {

	/**
	 * Return the name of an attribute.
	 * @param attribute the attribute
	 * @return the name, or {@code null} to leave the attribute out
	 */
	@Nullable String nameOf(GenAiAttribute attribute);

	/**
	 * Return the names that Spring AI gives, for dashboards that show both.
	 * @return the names
	 */
	static GenAiNames springAi() {
		Map<GenAiAttribute, String> names = common();
		names.put(GenAiAttribute.PROVIDER, "gen_ai.system");
		names.put(GenAiAttribute.USAGE_TOTAL_TOKENS, "gen_ai.usage.total_tokens");
		names.put(GenAiAttribute.CONVERSATION_ID, "spring.ai.chat.client.conversation.id");
		names.put(GenAiAttribute.OUTPUT_MESSAGES, "gen_ai.completion");
		names.put(GenAiAttribute.KIND, "spring.ai.kind");
		names.put(GenAiAttribute.TOOL_NAME, "spring.ai.tool.definition.name");
		names.put(GenAiAttribute.TOOL_CALL_ID, "spring.ai.tool.call.id");
		names.put(GenAiAttribute.TOOL_CALL_ARGUMENTS, "spring.ai.tool.call.arguments");
		names.put(GenAiAttribute.TOOL_CALL_RESULT, "spring.ai.tool.call.result");
		return names::get;
	}

	/**
	 * Return the names of the first release of OpenTelemetry's semantic conventions for
	 * generative AI, 0.1.0.
	 * @return the names
	 */
	static GenAiNames openTelemetry() {
		Map<GenAiAttribute, String> names = common();
		names.put(GenAiAttribute.PROVIDER, "gen_ai.provider.name");
		names.put(GenAiAttribute.RESPONSE_TIME_TO_FIRST_CHUNK, "gen_ai.response.time_to_first_chunk");
		names.put(GenAiAttribute.CONVERSATION_ID, "gen_ai.conversation.id");
		names.put(GenAiAttribute.OUTPUT_TYPE, "gen_ai.output.type");
		names.put(GenAiAttribute.USAGE_AUDIO_INPUT_TOKENS, "gen_ai.usage.audio.input_tokens");
		names.put(GenAiAttribute.USAGE_AUDIO_OUTPUT_TOKENS, "gen_ai.usage.audio.output_tokens");
		names.put(GenAiAttribute.OUTPUT_MESSAGES, "gen_ai.output.messages");
		names.put(GenAiAttribute.TOOL_NAME, "gen_ai.tool.name");
		names.put(GenAiAttribute.TOOL_CALL_ID, "gen_ai.tool.call.id");
		names.put(GenAiAttribute.TOOL_CALL_ARGUMENTS, "gen_ai.tool.call.arguments");
		names.put(GenAiAttribute.TOOL_CALL_RESULT, "gen_ai.tool.call.result");
		return names::get;
	}

	private static Map<GenAiAttribute, String> common() {
		Map<GenAiAttribute, String> names = new EnumMap<>(GenAiAttribute.class);
		names.put(GenAiAttribute.OPERATION_NAME, "gen_ai.operation.name");
		names.put(GenAiAttribute.REQUEST_MODEL, "gen_ai.request.model");
		names.put(GenAiAttribute.RESPONSE_ID, "gen_ai.response.id");
		names.put(GenAiAttribute.RESPONSE_FINISH_REASON, "gen_ai.response.finish_reasons");
		names.put(GenAiAttribute.USAGE_INPUT_TOKENS, "gen_ai.usage.input_tokens");
		names.put(GenAiAttribute.USAGE_CACHED_INPUT_TOKENS, "gen_ai.usage.cache_read.input_tokens");
		names.put(GenAiAttribute.USAGE_OUTPUT_TOKENS, "gen_ai.usage.output_tokens");
		return names;
	}

}
