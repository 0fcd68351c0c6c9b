package io.realtime4j.translation.codec;

import java.util.Map;

import io.realtime4j.codec.EventKinds;
import io.realtime4j.codec.FamilyCodec;
import io.realtime4j.translation.event.ErrorEvent;
import io.realtime4j.translation.event.SessionClose;
import io.realtime4j.translation.event.SessionClosed;
import io.realtime4j.translation.event.SessionCreated;
import io.realtime4j.translation.event.SessionInputAudioBufferAppend;
import io.realtime4j.translation.event.SessionInputTranscriptDelta;
import io.realtime4j.translation.event.SessionOutputAudioDelta;
import io.realtime4j.translation.event.SessionOutputTranscriptDelta;
import io.realtime4j.translation.event.SessionUpdate;
import io.realtime4j.translation.event.SessionUpdated;
import io.realtime4j.translation.event.TranslationClientEvent;
import io.realtime4j.translation.event.TranslationEvent;
import io.realtime4j.translation.event.TranslationServerEvent;
import io.realtime4j.translation.event.UnknownTranslationClientEvent;
import io.realtime4j.translation.event.UnknownTranslationServerEvent;

/**
 * Codec that reads and writes the events of the {@code translation} protocol as JSON
 * text. A codec is immutable and may be shared by all threads. It has its own mapper, so
 * that settings of the application's Jackson do not affect the wire. Events of other
 * protocols are unknown to it, even if a type has the same name.
 *
 * @since 0.1.0
 */
public final class TranslationCodec {

	private static final EventKinds<TranslationClientEvent> CLIENT = new EventKinds<>(
			Map.of("session.update", SessionUpdate.class, "session.input_audio_buffer.append",
					SessionInputAudioBufferAppend.class, "session.close", SessionClose.class),
			UnknownTranslationClientEvent::new);

	private static final EventKinds<TranslationServerEvent> SERVER = new EventKinds<>(
			Map.of("error", ErrorEvent.class, "session.created", SessionCreated.class, "session.updated",
					SessionUpdated.class, "session.closed", SessionClosed.class, "session.input_transcript.delta",
					SessionInputTranscriptDelta.class, "session.output_transcript.delta",
					SessionOutputTranscriptDelta.class, "session.output_audio.delta", SessionOutputAudioDelta.class),
			UnknownTranslationServerEvent::new);

	private final FamilyCodec<TranslationClientEvent, TranslationServerEvent> events = FamilyCodec.of(CLIENT, SERVER);

	private TranslationCodec() {
	}

	/**
	 * Create a codec.
	 * @return the codec
	 */
	public static TranslationCodec create() {
		return new TranslationCodec();
	}

	/**
	 * Read an event that a server sent.
	 * @param json the text of one event
	 * @return the event; one that is not known, or whose members have unexpected shapes,
	 * is an {@link UnknownTranslationServerEvent}
	 * @throws io.realtime4j.codec.RealtimeCodecException if the text is not one JSON
	 * object with a string {@code type}, is too long or too deep
	 */
	public TranslationServerEvent decodeServerEvent(String json) {
		return this.events.decodeServerEvent(json);
	}

	/**
	 * Read an event that a client sent.
	 * @param json the text of one event
	 * @return the event; one that is not known, or whose members have unexpected shapes,
	 * is an {@link UnknownTranslationClientEvent}
	 * @throws io.realtime4j.codec.RealtimeCodecException if the text is not one JSON
	 * object with a string {@code type}, is too long or too deep
	 */
	public TranslationClientEvent decodeClientEvent(String json) {
		return this.events.decodeClientEvent(json);
	}

	/**
	 * Write an event. The text can always be written as UTF-8: an unpaired surrogate
	 * becomes a replacement character in an event of a client, and an escape in an event
	 * of a server.
	 * @param event the event
	 * @return its JSON text
	 */
	public String encode(TranslationEvent event) {
		return (event instanceof TranslationServerEvent) ? this.events.encodeReceived(event)
				: this.events.encode(event);
	}

}
