package io.realtime4j.spring.observation;

import java.time.Duration;
import java.util.List;

import io.micrometer.common.KeyValues;
import io.realtime4j.model.Modality;
import io.realtime4j.model.response.Response;
import io.realtime4j.model.usage.InputTokenDetails;
import io.realtime4j.model.usage.OutputTokenDetails;
import io.realtime4j.model.usage.ResponseUsage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Default {@link ResponseObservationConvention}.
 *
 * @since 0.1.0
 */
public class DefaultResponseObservationConvention implements ResponseObservationConvention {

	static final String OPERATION = "chat";

	static final int MAX_CONTENT = 8192;

	private static final double MILLIS_OF_SECOND = 1000;

	private final GenAiNames names;

	private final boolean content;

	/**
	 * Create a convention.
	 * @param names the names of attributes
	 * @param content whether observations contain what is said
	 */
	public DefaultResponseObservationConvention(GenAiNames names, boolean content) {
		this.names = names;
		this.content = content;
	}

	@Override
	public String getName() {
		return "realtime.response";
	}

	@Override
	public String getContextualName(ResponseObservationContext context) {
		return (context.getModel() != null) ? OPERATION + " " + context.getModel() : OPERATION;
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(ResponseObservationContext context) {
		return new GenAiKeyValues(this.names).always(GenAiAttribute.OPERATION_NAME, OPERATION)
			.always(GenAiAttribute.PROVIDER, context.getProvider())
			.always(GenAiAttribute.REQUEST_MODEL, context.getModel())
			.add("outcome", context.getOutcome())
			.all();
	}

	@Override
	public KeyValues getHighCardinalityKeyValues(ResponseObservationContext context) {
		GenAiKeyValues values = new GenAiKeyValues(this.names)
			.add(RealtimeObservationDocumentation.SESSION_ID, context.getSessionId())
			.add(GenAiAttribute.RESPONSE_ID, context.getResponseId())
			.add(GenAiAttribute.RESPONSE_FINISH_REASON, context.getOutcome())
			.add(GenAiAttribute.RESPONSE_TIME_TO_FIRST_CHUNK, seconds(context.getTimeToFirstChunk()));
		Response response = context.getResponse();
		if (response != null) {
			values.add(GenAiAttribute.CONVERSATION_ID, response.conversationId())
				.add(GenAiAttribute.OUTPUT_TYPE, outputType(response.outputModalities()));
			addUsage(response.usage(), values);
			if (this.content) {
				values.add(GenAiAttribute.OUTPUT_MESSAGES, messages(response.text()));
			}
		}
		return values.all();
	}

	private static @Nullable Double seconds(@Nullable Duration time) {
		return (time != null) ? Double.valueOf(time.toMillis() / MILLIS_OF_SECOND) : null;
	}

	private static @Nullable String outputType(@Nullable List<Modality> modalities) {
		if (modalities == null) {
			return null;
		}
		return modalities.contains(Modality.AUDIO) ? "speech" : "text";
	}

	private static void addUsage(@Nullable ResponseUsage usage, GenAiKeyValues values) {
		if (usage == null) {
			return;
		}
		InputTokenDetails input = usage.inputTokenDetails();
		OutputTokenDetails output = usage.outputTokenDetails();
		values.add(GenAiAttribute.USAGE_INPUT_TOKENS, usage.inputTokens())
			.add(GenAiAttribute.USAGE_CACHED_INPUT_TOKENS, (input != null) ? input.cachedTokens() : null)
			.add(GenAiAttribute.USAGE_OUTPUT_TOKENS, usage.outputTokens())
			.add(GenAiAttribute.USAGE_TOTAL_TOKENS, usage.totalTokens())
			.add(GenAiAttribute.USAGE_AUDIO_INPUT_TOKENS, (input != null) ? input.audioTokens() : null)
			.add(GenAiAttribute.USAGE_AUDIO_OUTPUT_TOKENS, (output != null) ? output.audioTokens() : null);
	}

	// The form of OpenTelemetry: messages of parts
	private static String messages(String text) {
		ArrayNode messages = JsonMapper.shared().createArrayNode();
		messages.addObject()
			.put("role", "assistant")
			.putArray("parts")
			.addObject()
			.put("type", "text")
			.put("content", shortened(text));
		return messages.toString();
	}

	static String shortened(String text) {
		return (text.length() > MAX_CONTENT) ? text.substring(0, MAX_CONTENT) : text;
	}

}
