package io.realtime4j.conversation;

import java.util.Map;
import java.util.function.Function;

import io.realtime4j.event.server.ResponseContentPartAdded;
import io.realtime4j.event.server.ResponseContentPartDone;
import io.realtime4j.event.server.ResponseFunctionCallArgumentsDelta;
import io.realtime4j.event.server.ResponseFunctionCallArgumentsDone;
import io.realtime4j.event.server.ResponseMcpCallArgumentsDelta;
import io.realtime4j.event.server.ResponseMcpCallArgumentsDone;
import io.realtime4j.event.server.ResponseMcpCallCompleted;
import io.realtime4j.event.server.ResponseMcpCallFailed;
import io.realtime4j.event.server.ResponseMcpCallInProgress;
import io.realtime4j.event.server.ResponseOutputAudioDelta;
import io.realtime4j.event.server.ResponseOutputAudioDone;
import io.realtime4j.event.server.ResponseOutputAudioTranscriptDelta;
import io.realtime4j.event.server.ResponseOutputAudioTranscriptDone;
import io.realtime4j.event.server.ResponseOutputItemAdded;
import io.realtime4j.event.server.ResponseOutputItemDone;
import io.realtime4j.event.server.ResponseOutputTextDelta;
import io.realtime4j.event.server.ResponseOutputTextDone;
import io.realtime4j.event.server.ServerEvent;
import org.jspecify.annotations.Nullable;

/**
 * Reader for the ids of responses, and of their items, in events.
 *
 * @since 0.1.0
 */
public final class ResponseIds {

	private static final Map<Class<?>, Function<ServerEvent, @Nullable String>> RESPONSE_IDS = Map.ofEntries(
			entry(ResponseContentPartAdded.class, ResponseContentPartAdded::responseId),
			entry(ResponseContentPartDone.class, ResponseContentPartDone::responseId),
			entry(ResponseFunctionCallArgumentsDelta.class, ResponseFunctionCallArgumentsDelta::responseId),
			entry(ResponseFunctionCallArgumentsDone.class, ResponseFunctionCallArgumentsDone::responseId),
			entry(ResponseMcpCallArgumentsDelta.class, ResponseMcpCallArgumentsDelta::responseId),
			entry(ResponseMcpCallArgumentsDone.class, ResponseMcpCallArgumentsDone::responseId),
			entry(ResponseOutputAudioDelta.class, ResponseOutputAudioDelta::responseId),
			entry(ResponseOutputAudioDone.class, ResponseOutputAudioDone::responseId),
			entry(ResponseOutputAudioTranscriptDelta.class, ResponseOutputAudioTranscriptDelta::responseId),
			entry(ResponseOutputAudioTranscriptDone.class, ResponseOutputAudioTranscriptDone::responseId),
			entry(ResponseOutputItemAdded.class, ResponseOutputItemAdded::responseId),
			entry(ResponseOutputItemDone.class, ResponseOutputItemDone::responseId),
			entry(ResponseOutputTextDelta.class, ResponseOutputTextDelta::responseId),
			entry(ResponseOutputTextDone.class, ResponseOutputTextDone::responseId));

	private static final Map<Class<?>, Function<ServerEvent, @Nullable String>> ITEM_IDS = Map.ofEntries(
			entry(ResponseContentPartAdded.class, ResponseContentPartAdded::itemId),
			entry(ResponseContentPartDone.class, ResponseContentPartDone::itemId),
			entry(ResponseFunctionCallArgumentsDelta.class, ResponseFunctionCallArgumentsDelta::itemId),
			entry(ResponseFunctionCallArgumentsDone.class, ResponseFunctionCallArgumentsDone::itemId),
			entry(ResponseMcpCallArgumentsDelta.class, ResponseMcpCallArgumentsDelta::itemId),
			entry(ResponseMcpCallArgumentsDone.class, ResponseMcpCallArgumentsDone::itemId),
			entry(ResponseOutputAudioDelta.class, ResponseOutputAudioDelta::itemId),
			entry(ResponseOutputAudioDone.class, ResponseOutputAudioDone::itemId),
			entry(ResponseOutputAudioTranscriptDelta.class, ResponseOutputAudioTranscriptDelta::itemId),
			entry(ResponseOutputAudioTranscriptDone.class, ResponseOutputAudioTranscriptDone::itemId),
			entry(ResponseOutputItemAdded.class, (event) -> event.item().id()),
			entry(ResponseOutputItemDone.class, (event) -> event.item().id()),
			entry(ResponseOutputTextDelta.class, ResponseOutputTextDelta::itemId),
			entry(ResponseOutputTextDone.class, ResponseOutputTextDone::itemId));

	private ResponseIds() {
	}

	/**
	 * Return the response that an event is part of. The events of its start and its end
	 * are not parts of it.
	 * @param event the event
	 * @return the id of the response, or {@code null} if the event is a part of none or
	 * does not say
	 */
	public static @Nullable String responseId(ServerEvent event) {
		Function<ServerEvent, @Nullable String> reader = RESPONSE_IDS.get(event.getClass());
		return (reader != null) ? reader.apply(event) : null;
	}

	/**
	 * Return the item of a response that an event is a part of, or tells of.
	 * @param event the event
	 * @return the id of the item, or {@code null} if the event is a part of none or does
	 * not say
	 */
	public static @Nullable String itemId(ServerEvent event) {
		Function<ServerEvent, @Nullable String> reader = ITEM_IDS.get(event.getClass());
		return (reader != null) ? reader.apply(event) : null;
	}

	/**
	 * Return whether an event shows progress of a response, even if it does not name the
	 * response.
	 * @param event the event
	 * @return whether it does
	 */
	public static boolean isProgress(ServerEvent event) {
		return RESPONSE_IDS.containsKey(event.getClass()) || event instanceof ResponseMcpCallInProgress
				|| event instanceof ResponseMcpCallCompleted || event instanceof ResponseMcpCallFailed;
	}

	private static <E extends ServerEvent> Map.Entry<Class<?>, Function<ServerEvent, @Nullable String>> entry(
			Class<E> type, Function<E, @Nullable String> reader) {
		return Map.entry(type, (event) -> reader.apply(type.cast(event)));
	}

}
