package io.realtime4j.codec;

import java.nio.charset.StandardCharsets;
import java.util.List;

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

	private static final String AUDIO = "\"audio\":\"";

	private static final byte[] BEFORE = ascii(START + AUDIO);

	private static final byte[] AFTER = ascii("\"}");

	static final List<HotEvent<ClientEvent>> ALL = List.of(HotEvent.of(TYPE, HotClientEvents::append));

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
		byte[] before = (eventId != null) ? ascii(START + "\"event_id\":\"" + eventId + "\"," + AUDIO) : BEFORE;
		return base64.write(before, append.audio(), AFTER);
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
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
