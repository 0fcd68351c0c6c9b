package io.realtime4j.codec;

import io.realtime4j.audio.AudioData;
import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.event.client.ClientEvent;
import io.realtime4j.event.client.InputAudioBufferAppend;
import org.jspecify.annotations.Nullable;

/**
 * The fast path for the event that a microphone sends by the hundred. As in
 * {@link HotServerEvents}, any other form takes the way of all other events.
 */
final class HotClientEvents {

	private static final String TYPE = "input_audio_buffer.append";

	private static final String START = "{\"type\":\"" + TYPE + "\",";

	private HotClientEvents() {
	}

	static @Nullable ClientEvent read(String json) {
		MemberCursor cursor = MemberCursor.start(json);
		if (!TYPE.equals(cursor.type())) {
			return null;
		}
		String eventId = cursor.isAt("event_id") ? cursor.text("event_id") : null;
		AudioData audio = AudioData.ofBase64(cursor.longText("audio"));
		return cursor.isComplete() ? new InputAudioBufferAppend(eventId, audio) : null;
	}

	static @Nullable String write(RealtimeMessage message) {
		if (!(message instanceof InputAudioBufferAppend append) || append.audio().isGivenAsText()) {
			return null;
		}
		String eventId = append.eventId();
		if (eventId == null) {
			return START + "\"audio\":\"" + append.audio().base64() + "\"}";
		}
		return isPlain(eventId)
				? START + "\"event_id\":\"" + eventId + "\",\"audio\":\"" + append.audio().base64() + "\"}" : null;
	}

	private static boolean isPlain(String text) {
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			if (character < ' ' || character > '~' || character == '"' || character == '\\') {
				return false;
			}
		}
		return true;
	}

}
