package io.realtime4j.codec;

import java.util.Map;

import io.realtime4j.audio.Base64Audio;
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

	static final Map<String, EventReader.FastPath<ClientEvent>> READERS = Map.of(TYPE, HotClientEvents::append);

	private HotClientEvents() {
	}

	private static ClientEvent append(MemberCursor cursor) {
		String eventId = cursor.isAt("event_id") ? cursor.text("event_id") : null;
		return new InputAudioBufferAppend(eventId, cursor.audio("audio"));
	}

	static @Nullable String write(RealtimeMessage message, Base64Audio base64) {
		if (!(message instanceof InputAudioBufferAppend append) || append.audio().isGivenAsText()) {
			return null;
		}
		String eventId = append.eventId();
		if (eventId != null && !isPlain(eventId)) {
			return null;
		}
		String start = (eventId != null) ? START + "\"event_id\":\"" + eventId + "\"," : START;
		return base64.write(start + "\"audio\":\"", append.audio(), "\"}");
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
