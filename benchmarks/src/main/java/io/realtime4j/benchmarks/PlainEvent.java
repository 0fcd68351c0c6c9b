package io.realtime4j.benchmarks;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.realtime4j.benchmarks.PlainModel.ContentPart;
import io.realtime4j.benchmarks.PlainModel.Item;
import io.realtime4j.benchmarks.PlainModel.RateLimit;
import io.realtime4j.benchmarks.PlainModel.Response;
import io.realtime4j.benchmarks.PlainModel.Session;
import org.jspecify.annotations.Nullable;

/**
 * The events as a programmer writes them down who has nothing but Jackson: records with
 * the components of this project's, types resolved by annotations.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({ @Type(value = PlainEvent.SessionCreated.class, name = "session.created"),
		@Type(value = PlainEvent.ResponseCreated.class, name = "response.created"),
		@Type(value = PlainEvent.ItemAdded.class, name = "response.output_item.added"),
		@Type(value = PlainEvent.ItemDone.class, name = "response.output_item.done"),
		@Type(value = PlainEvent.PartAdded.class, name = "response.content_part.added"),
		@Type(value = PlainEvent.PartDone.class, name = "response.content_part.done"),
		@Type(value = PlainEvent.AudioDelta.class, name = "response.output_audio.delta"),
		@Type(value = PlainEvent.AudioDone.class, name = "response.output_audio.done"),
		@Type(value = PlainEvent.TextDelta.class, name = "response.output_text.delta"),
		@Type(value = PlainEvent.TranscriptDelta.class, name = "response.output_audio_transcript.delta"),
		@Type(value = PlainEvent.TranscriptDone.class, name = "response.output_audio_transcript.done"),
		@Type(value = PlainEvent.ResponseDone.class, name = "response.done"),
		@Type(value = PlainEvent.RateLimits.class, name = "rate_limits.updated"),
		@Type(value = PlainEvent.Append.class, name = "input_audio_buffer.append") })
sealed interface PlainEvent {

	/**
	 * The session exists.
	 */
	record SessionCreated(@Nullable String eventId, Session session) implements PlainEvent {

	}

	/**
	 * A response began.
	 */
	record ResponseCreated(@Nullable String eventId, Response response) implements PlainEvent {

	}

	/**
	 * An item began.
	 */
	record ItemAdded(@Nullable String eventId, String responseId, long outputIndex, Item item) implements PlainEvent {

	}

	/**
	 * An item ended.
	 */
	record ItemDone(@Nullable String eventId, String responseId, long outputIndex, Item item) implements PlainEvent {

	}

	/**
	 * A part began.
	 */
	record PartAdded(@Nullable String eventId, String responseId, String itemId, long outputIndex, long contentIndex,
			ContentPart part) implements PlainEvent {

	}

	/**
	 * A part ended.
	 */
	record PartDone(@Nullable String eventId, String responseId, String itemId, long outputIndex, long contentIndex,
			ContentPart part) implements PlainEvent {

	}

	/**
	 * A piece of speech, as base64 text.
	 */
	record AudioDelta(@Nullable String eventId, String responseId, String itemId, long outputIndex, long contentIndex,
			String delta) implements PlainEvent {

	}

	/**
	 * The speech ended.
	 */
	record AudioDone(@Nullable String eventId, String responseId, String itemId, long outputIndex,
			long contentIndex) implements PlainEvent {

	}

	/**
	 * A piece of text.
	 */
	record TextDelta(@Nullable String eventId, String responseId, String itemId, long outputIndex, long contentIndex,
			String delta) implements PlainEvent {

	}

	/**
	 * A piece of the transcript.
	 */
	record TranscriptDelta(@Nullable String eventId, String responseId, String itemId, long outputIndex,
			long contentIndex, String delta) implements PlainEvent {

	}

	/**
	 * The whole transcript.
	 */
	record TranscriptDone(@Nullable String eventId, String responseId, String itemId, long outputIndex,
			long contentIndex, String transcript) implements PlainEvent {

	}

	/**
	 * The response ended.
	 */
	record ResponseDone(@Nullable String eventId, Response response) implements PlainEvent {

	}

	/**
	 * The limits of the account.
	 */
	record RateLimits(@Nullable String eventId, List<RateLimit> rateLimits) implements PlainEvent {

	}

	/**
	 * Audio for the input buffer, as base64 text.
	 */
	record Append(@Nullable String eventId, String audio) implements PlainEvent {

	}

}
