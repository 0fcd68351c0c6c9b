package io.realtime4j.translation.session;

import java.util.concurrent.CompletableFuture;

import io.realtime4j.session.VoiceSession;
import io.realtime4j.translation.event.SessionUpdated;
import io.realtime4j.translation.event.TranslationClientEvent;
import io.realtime4j.translation.model.TranslationSettings;
import org.jspecify.annotations.Nullable;

/**
 * Session that translates speech as it arrives: audio is sent, and audio and transcripts
 * are received as events. All methods may be called by any thread and none of them
 * blocks. Audio and events are queued until the session is open. Futures complete on the
 * listener threads of the client, never on a network thread.
 *
 * @since 0.1.0
 */
public interface TranslationSession extends VoiceSession {

	/**
	 * Return the settings that the server acknowledged last.
	 * @return the settings, or {@code null} before the first event of the server
	 */
	@Nullable TranslationSettings settings();

	/**
	 * Open the session, unless it was opened before. Its first use has the same effect.
	 * @return completes with this session when it is open; fails with
	 * {@link io.realtime4j.session.SessionClosedException} if it ends before
	 */
	CompletableFuture<TranslationSession> open();

	/**
	 * Send an event. An event without an id gets one. When the limit of the queue is
	 * exceeded, audio is dropped, the oldest first. A {@code session.close} closes this
	 * session as {@link #close()} does.
	 * @param event the event
	 * @throws io.realtime4j.session.SessionClosedException if the session has ended
	 * @throws io.realtime4j.session.OutboxFullException if too much waits to be sent
	 */
	void send(TranslationClientEvent event);

	/**
	 * Change settings of the session, by {@code session.update}.
	 * @param settings the members to change
	 * @return completes with the server's acknowledgement; fails with
	 * {@link io.realtime4j.session.RealtimeErrorException} if it refuses, and with
	 * {@link io.realtime4j.session.SessionClosedException} if the session ends before
	 * @throws io.realtime4j.session.SessionClosedException if the session has ended
	 * @throws io.realtime4j.session.OutboxFullException if too much waits to be sent
	 */
	CompletableFuture<SessionUpdated> update(TranslationSettings settings);

	/**
	 * Append audio of any length to translate. It is sent in pieces. Half a sample at the
	 * end of PCM waits for what is appended next.
	 * @param audio the audio: PCM of 24,000 samples a second, 16 bits, mono,
	 * little-endian
	 * @throws io.realtime4j.session.SessionClosedException if the session has ended
	 */
	void appendAudio(byte[] audio);

	/**
	 * Start to close the session and return immediately. Queued audio is sent, followed
	 * by the end of the input; the rest of the translation is still delivered, until the
	 * server says {@code session.closed} or the time for closing is over.
	 */
	@Override
	void close();

}
