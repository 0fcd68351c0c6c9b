package io.realtime4j.codec;

import java.util.List;

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

	static final List<HotEvent<ClientEvent>> ALL = List.of(HotEvent.of(TYPE, HotClientEvents::append));

	private HotClientEvents() {
	}

	private static ClientEvent append(MemberCursor cursor) {
		String eventId = cursor.isAt("event_id") ? cursor.text("event_id") : null;
		return new InputAudioBufferAppend(eventId, cursor.audio("audio"));
	}

	static AudioAppendWriter writer() {
		return new AudioAppendWriter(TYPE);
	}

	static @Nullable String write(RealtimeMessage message, AudioAppendWriter writer) {
		return (message instanceof InputAudioBufferAppend append) ? writer.write(append.eventId(), append.audio())
				: null;
	}

}
