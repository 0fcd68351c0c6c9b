package io.realtime4j.codec;

import java.util.List;

import io.realtime4j.event.server.ResponseFunctionCallArgumentsDelta;
import io.realtime4j.event.server.ResponseOutputAudioDelta;
import io.realtime4j.event.server.ResponseOutputAudioTranscriptDelta;
import io.realtime4j.event.server.ResponseOutputTextDelta;
import io.realtime4j.event.server.ServerEvent;

/**
 * The fast path for the events that make up nearly all of a conversation: the deltas.
 * They are flat, and servers write their members in one order, so that no JSON parser is
 * needed and none ever looks at the base64 of audio. A frame of any other form is read
 * like all other events, with the same result.
 */
final class HotServerEvents {

	// The most frequent first
	static final List<HotEvent<ServerEvent>> ALL = List.of(
			HotEvent.of("response.output_audio.delta", HotServerEvents::audio),
			HotEvent.of("response.output_audio_transcript.delta", HotServerEvents::transcript),
			HotEvent.of("response.output_text.delta", HotServerEvents::text),
			HotEvent.of("response.function_call_arguments.delta", HotServerEvents::arguments),
			HotEvent.of("response.audio.delta", HotServerEvents::audio),
			HotEvent.of("response.audio_transcript.delta", HotServerEvents::transcript),
			HotEvent.of("response.text.delta", HotServerEvents::text));

	private HotServerEvents() {
	}

	private static ServerEvent audio(MemberCursor cursor) {
		return new ResponseOutputAudioDelta(cursor.text("event_id"), cursor.text("response_id"), cursor.text("item_id"),
				cursor.number("output_index"), cursor.number("content_index"), cursor.audio("delta"));
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
