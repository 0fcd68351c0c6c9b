package io.realtime4j.conversation.completion;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

import io.realtime4j.conversation.completion.ToldItem.Kind;
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
import io.realtime4j.event.server.ResponseOutputTextDelta;
import io.realtime4j.event.server.ResponseOutputTextDone;
import io.realtime4j.event.server.ServerEvent;
import org.jspecify.annotations.Nullable;

/**
 * Ids of the response and the item that an event is a part of.
 *
 * @param responseId the id of the response, or {@code null} if the server did not say
 * @param itemId the id of the item, or {@code null} if the server did not say
 * @param callId the id of the call of a function, or {@code null} if the event has none
 * @param outputIndex the place of the item in the output of the response
 * @param kind the kind of item
 */
record PartIds(@Nullable String responseId, @Nullable String itemId, @Nullable String callId, long outputIndex,
		Kind kind) {

	private static final Map<Class<?>, Part<?>> PARTS = Map.ofEntries(
			part(ResponseOutputAudioDelta.class,
					(event) -> message(event.responseId(), event.itemId(), event.outputIndex()),
					(event, ids) -> new ResponseOutputAudioDelta(event.eventId(), ids.responseId, ids.itemId,
							event.outputIndex(), event.contentIndex(), event.delta())),
			part(ResponseOutputAudioTranscriptDelta.class,
					(event) -> message(event.responseId(), event.itemId(), event.outputIndex()),
					(event, ids) -> new ResponseOutputAudioTranscriptDelta(event.eventId(), ids.responseId, ids.itemId,
							event.outputIndex(), event.contentIndex(), event.delta())),
			part(ResponseOutputTextDelta.class,
					(event) -> message(event.responseId(), event.itemId(), event.outputIndex()),
					(event, ids) -> new ResponseOutputTextDelta(event.eventId(), ids.responseId, ids.itemId,
							event.outputIndex(), event.contentIndex(), event.delta())),
			part(ResponseOutputAudioDone.class,
					(event) -> message(event.responseId(), event.itemId(), event.outputIndex()),
					(event, ids) -> new ResponseOutputAudioDone(event.eventId(), ids.responseId, ids.itemId,
							event.outputIndex(), event.contentIndex())),
			part(ResponseOutputAudioTranscriptDone.class,
					(event) -> message(event.responseId(), event.itemId(), event.outputIndex()),
					(event, ids) -> new ResponseOutputAudioTranscriptDone(event.eventId(), ids.responseId, ids.itemId,
							event.outputIndex(), event.contentIndex(), event.transcript())),
			part(ResponseOutputTextDone.class,
					(event) -> message(event.responseId(), event.itemId(), event.outputIndex()),
					(event, ids) -> new ResponseOutputTextDone(event.eventId(), ids.responseId, ids.itemId,
							event.outputIndex(), event.contentIndex(), event.text())),
			part(ResponseContentPartAdded.class,
					(event) -> message(event.responseId(), event.itemId(), event.outputIndex()),
					(event, ids) -> new ResponseContentPartAdded(event.eventId(), ids.responseId, ids.itemId,
							event.outputIndex(), event.contentIndex(), event.part())),
			part(ResponseContentPartDone.class,
					(event) -> message(event.responseId(), event.itemId(), event.outputIndex()),
					(event, ids) -> new ResponseContentPartDone(event.eventId(), ids.responseId, ids.itemId,
							event.outputIndex(), event.contentIndex(), event.part())),
			part(ResponseFunctionCallArgumentsDelta.class,
					(event) -> new PartIds(event.responseId(), event.itemId(), event.callId(), event.outputIndex(),
							Kind.CALL),
					(event, ids) -> new ResponseFunctionCallArgumentsDelta(event.eventId(), ids.responseId, ids.itemId,
							event.outputIndex(), ids.callId, event.delta())),
			part(ResponseFunctionCallArgumentsDone.class,
					(event) -> new PartIds(event.responseId(), event.itemId(), event.callId(), event.outputIndex(),
							Kind.CALL),
					(event, ids) -> new ResponseFunctionCallArgumentsDone(event.eventId(), ids.responseId, ids.itemId,
							event.outputIndex(), ids.callId, event.name(), event.arguments())),
			part(ResponseMcpCallArgumentsDelta.class,
					(event) -> other(event.responseId(), event.itemId(), event.outputIndex()),
					(event, ids) -> new ResponseMcpCallArgumentsDelta(event.eventId(), ids.responseId, ids.itemId,
							event.outputIndex(), event.delta(), event.obfuscation())),
			part(ResponseMcpCallArgumentsDone.class,
					(event) -> other(event.responseId(), event.itemId(), event.outputIndex()),
					(event, ids) -> new ResponseMcpCallArgumentsDone(event.eventId(), ids.responseId, ids.itemId,
							event.outputIndex(), event.arguments())),
			part(ResponseMcpCallInProgress.class, (event) -> other(null, event.itemId(), event.outputIndex()),
					(event, ids) -> new ResponseMcpCallInProgress(event.eventId(), event.outputIndex(), ids.itemId)),
			part(ResponseMcpCallCompleted.class, (event) -> other(null, event.itemId(), event.outputIndex()),
					(event, ids) -> new ResponseMcpCallCompleted(event.eventId(), event.outputIndex(), ids.itemId)),
			part(ResponseMcpCallFailed.class, (event) -> other(null, event.itemId(), event.outputIndex()),
					(event, ids) -> new ResponseMcpCallFailed(event.eventId(), event.outputIndex(), ids.itemId)));

	/**
	 * Return the ids in an event.
	 * @param event the event
	 * @return the ids, or {@code null} if it is no part of an item of a response
	 */
	static @Nullable PartIds of(ServerEvent event) {
		Part<?> part = PARTS.get(event.getClass());
		return (part != null) ? part.read(event) : null;
	}

	/**
	 * Return an event with all of these ids.
	 * @param event the event, of which these are the ids that it says itself
	 * @param whole all of its ids
	 * @return the event
	 */
	ServerEvent complete(ServerEvent event, PartIds whole) {
		Part<?> part = PARTS.get(event.getClass());
		return (part != null && !equals(whole)) ? part.write(event, whole) : event;
	}

	private static PartIds message(@Nullable String responseId, @Nullable String itemId, long outputIndex) {
		return new PartIds(responseId, itemId, null, outputIndex, Kind.MESSAGE);
	}

	private static PartIds other(@Nullable String responseId, @Nullable String itemId, long outputIndex) {
		return new PartIds(responseId, itemId, null, outputIndex, Kind.OTHER);
	}

	private static <E extends ServerEvent> Map.Entry<Class<?>, Part<?>> part(Class<E> type, Function<E, PartIds> reader,
			BiFunction<E, PartIds, ServerEvent> writer) {
		return Map.entry(type, new Part<>(type, reader, writer));
	}

	/**
	 * How one kind of event is read and written.
	 */
	private record Part<E extends ServerEvent>(Class<E> type, Function<E, PartIds> reader,
			BiFunction<E, PartIds, ServerEvent> writer) {

		PartIds read(ServerEvent event) {
			return this.reader.apply(this.type.cast(event));
		}

		ServerEvent write(ServerEvent event, PartIds ids) {
			return this.writer.apply(this.type.cast(event), ids);
		}

	}

}
