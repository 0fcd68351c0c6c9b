package io.realtime4j.live.codec;

import java.util.List;

import io.realtime4j.codec.AudioAppendWriter;
import io.realtime4j.codec.EventKinds;
import io.realtime4j.codec.FamilyCodec;
import io.realtime4j.codec.HotEvent;
import io.realtime4j.codec.MemberCursor;
import io.realtime4j.live.event.LiveEvent;
import io.realtime4j.live.event.client.LiveClientEvent;
import io.realtime4j.live.event.client.SessionInputAudioAppend;
import io.realtime4j.live.event.client.UnknownLiveClientEvent;
import io.realtime4j.live.event.server.LiveServerEvent;
import io.realtime4j.live.event.server.UnknownLiveServerEvent;

/**
 * Codec that reads and writes the events of the {@code live} protocol as JSON text. A
 * codec is immutable and may be shared by all threads. It has its own mapper, so that
 * settings of the application's Jackson do not affect the wire. Events of other protocols
 * are unknown to it, even if a type has the same name.
 *
 * @since 0.1.0
 */
public final class LiveCodec {

	private static final String AUDIO_APPEND = "session.input_audio.append";

	private static final EventKinds<LiveClientEvent> CLIENT = new EventKinds<>(LiveClientTypes.ALL,
			UnknownLiveClientEvent::new, List.of(HotEvent.of(AUDIO_APPEND, LiveCodec::append)));

	private static final EventKinds<LiveServerEvent> SERVER = new EventKinds<>(LiveServerTypes.ALL,
			UnknownLiveServerEvent::new, HotLiveServerEvents.ALL);

	private final FamilyCodec<LiveClientEvent, LiveServerEvent> events = FamilyCodec.of(CLIENT, SERVER, LiveUnions.ALL);

	private final AudioAppendWriter appends = new AudioAppendWriter(AUDIO_APPEND);

	private LiveCodec() {
	}

	/**
	 * Create a codec.
	 * @return the codec
	 */
	public static LiveCodec create() {
		return new LiveCodec();
	}

	/**
	 * Read an event that a server sent.
	 * @param json the text of one event
	 * @return the event; one that is not known, or whose members have unexpected shapes,
	 * is an {@link UnknownLiveServerEvent}
	 * @throws io.realtime4j.codec.RealtimeCodecException if the text is not one JSON
	 * object with a string {@code type}, is too long or too deep
	 */
	public LiveServerEvent decodeServerEvent(String json) {
		return this.events.decodeServerEvent(json);
	}

	/**
	 * Read an event that a client sent.
	 * @param json the text of one event
	 * @return the event; one that is not known, or whose members have unexpected shapes,
	 * is an {@link UnknownLiveClientEvent}
	 * @throws io.realtime4j.codec.RealtimeCodecException if the text is not one JSON
	 * object with a string {@code type}, is too long or too deep
	 */
	public LiveClientEvent decodeClientEvent(String json) {
		return this.events.decodeClientEvent(json);
	}

	/**
	 * Write an event. The text can always be written as UTF-8: an unpaired surrogate
	 * becomes a replacement character in an event of a client, and an escape in an event
	 * of a server.
	 * @param event the event
	 * @return its JSON text
	 */
	public String encode(LiveEvent event) {
		String hot = (event instanceof SessionInputAudioAppend append)
				? this.appends.write(append.eventId(), append.audio()) : null;
		if (hot != null) {
			return hot;
		}
		return (event instanceof LiveServerEvent) ? this.events.encodeReceived(event) : this.events.encode(event);
	}

	private static LiveClientEvent append(MemberCursor cursor) {
		String eventId = cursor.isAt("event_id") ? cursor.text("event_id") : null;
		return new SessionInputAudioAppend(eventId, cursor.audio("audio"));
	}

}
