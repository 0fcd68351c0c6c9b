package io.realtime4j.codec;

import java.util.Map;
import java.util.function.Function;

import io.realtime4j.audio.AudioData;
import io.realtime4j.event.server.ResponseFunctionCallArgumentsDelta;
import io.realtime4j.event.server.ResponseOutputAudioDelta;
import io.realtime4j.event.server.ResponseOutputAudioTranscriptDelta;
import io.realtime4j.event.server.ResponseOutputTextDelta;
import io.realtime4j.event.server.ServerEvent;
import org.jspecify.annotations.Nullable;

/**
 * The fast path for the events that make up nearly all of a conversation: the deltas.
 * They are flat, and servers write their members in one order, so that no JSON parser is
 * needed and none ever looks at the base64 of audio. A frame of any other form is read
 * like all other events, with the same result.
 */
final class HotServerEvents {

	private static final String PADDING = "obfuscation";

	private static final Map<String, Function<MemberCursor, ServerEvent>> READERS = Map.of(
			"response.output_audio.delta", HotServerEvents::audio, "response.audio.delta", HotServerEvents::audio,
			"response.output_text.delta", HotServerEvents::text, "response.text.delta", HotServerEvents::text,
			"response.output_audio_transcript.delta", HotServerEvents::transcript, "response.audio_transcript.delta",
			HotServerEvents::transcript, "response.function_call_arguments.delta", HotServerEvents::arguments);

	private HotServerEvents() {
	}

	static @Nullable ServerEvent read(String json) {
		MemberCursor cursor = MemberCursor.start(json);
		Function<MemberCursor, ServerEvent> reader = READERS.get(cursor.type());
		if (reader == null) {
			return null;
		}
		ServerEvent event = reader.apply(cursor);
		if (cursor.hasMore()) {
			cursor.text(PADDING);
		}
		return cursor.isComplete() ? event : null;
	}

	private static ServerEvent audio(MemberCursor cursor) {
		return new ResponseOutputAudioDelta(cursor.text("event_id"), cursor.text("response_id"), cursor.text("item_id"),
				cursor.number("output_index"), cursor.number("content_index"),
				AudioData.ofBase64(cursor.longText("delta")));
	}

	private static ServerEvent text(MemberCursor cursor) {
		return new ResponseOutputTextDelta(cursor.text("event_id"), cursor.text("response_id"), cursor.text("item_id"),
				cursor.number("output_index"), cursor.number("content_index"), cursor.text("delta"));
	}

	private static ServerEvent transcript(MemberCursor cursor) {
		return new ResponseOutputAudioTranscriptDelta(cursor.text("event_id"), cursor.text("response_id"),
				cursor.text("item_id"), cursor.number("output_index"), cursor.number("content_index"),
				cursor.text("delta"));
	}

	private static ServerEvent arguments(MemberCursor cursor) {
		return new ResponseFunctionCallArgumentsDelta(cursor.text("event_id"), cursor.text("response_id"),
				cursor.text("item_id"), cursor.number("output_index"), cursor.text("call_id"), cursor.text("delta"));
	}

}
