package io.realtime4j.session;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.realtime4j.audio.AudioData;
import io.realtime4j.audio.AudioSource;
import io.realtime4j.conversation.Conversation;
import io.realtime4j.event.client.ClientEvent;
import io.realtime4j.event.client.ConversationItemCreate;
import io.realtime4j.event.client.InputAudioBufferClear;
import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.event.server.SessionUpdated;
import io.realtime4j.model.item.UserMessage;
import io.realtime4j.model.response.ResponseSettings;
import io.realtime4j.model.session.SessionSettings;
import io.realtime4j.speech.Answer;
import org.jspecify.annotations.Nullable;

/**
 * Session with a realtime server, for one user or one call. All methods may be called by
 * any thread and none of them blocks. Commands are queued until the session is open.
 * Futures complete on the listener threads of the client, never on a network thread.
 *
 * @since 0.1.0
 */
public interface RealtimeSession extends VoiceSession {

	/**
	 * Return the settings that the server acknowledged last.
	 * @return the settings, or {@code null} before the first event of the server
	 */
	@Nullable SessionSettings settings();

	/**
	 * Return the history of the conversation.
	 * @return the conversation at this moment
	 */
	Conversation conversation();

	/**
	 * Open the session, unless it was opened before. Its first use has the same effect.
	 * @return completes with this session when it is open; fails with
	 * {@link SessionClosedException} if it ends before
	 */
	CompletableFuture<RealtimeSession> open();

	/**
	 * Make a new session of this one after it has ended, which {@link #open()} or its
	 * first use opens. It has the settings, the attributes, the listeners and the
	 * greeting that it began with, an id of its own, and knows nothing of what was said.
	 * Does nothing if the session has not ended.
	 */
	void renew();

	/**
	 * Send an event. An event without an id gets one. A {@code response.create} is queued
	 * while another response is running in the conversation. When the limit of the queue
	 * is exceeded, input audio is dropped, the oldest first.
	 * @param event the event
	 * @throws SessionClosedException if the session has ended
	 * @throws OutboxFullException if too much waits to be sent
	 * @throws io.realtime4j.codec.RealtimeCodecException if the dialect of the server
	 * cannot say it
	 */
	void send(ClientEvent event);

	/**
	 * Change settings of the session, by {@code session.update}.
	 * @param settings the members to change
	 * @return completes with the server's acknowledgement; fails with
	 * {@link RealtimeErrorException} if it refuses, and with
	 * {@link SessionClosedException} if the session ends before
	 * @throws SessionClosedException if the session has ended
	 * @throws OutboxFullException if too much waits to be sent
	 */
	CompletableFuture<SessionUpdated> update(SessionSettings settings);

	/**
	 * Request a response, by {@code response.create}. Cancelling the future takes the
	 * request back if it was not sent yet, and otherwise cancels the response, by
	 * {@code response.cancel}, as soon as it runs. One that {@link #followUp()} has
	 * joined, or another answer, is kept for them.
	 * @return completes with the {@code response.done} of this request, whatever its
	 * {@link ResponseDone#outcome() outcome}; fails with {@link RealtimeErrorException}
	 * if the server refuses it, and with {@link SessionClosedException} if the session
	 * ends before
	 * @throws SessionClosedException if the session has ended
	 * @throws OutboxFullException if too much waits to be sent
	 */
	CompletableFuture<ResponseDone> respond();

	/**
	 * Request a response with settings, by {@code response.create}. Cancelling the future
	 * cancels the response as with {@link #respond()}.
	 * @param settings what the response shall be
	 * @return completes with the {@code response.done} of this request, whatever its
	 * {@link ResponseDone#outcome() outcome}; fails with {@link RealtimeErrorException}
	 * if the server refuses it, and with {@link SessionClosedException} if the session
	 * ends before
	 * @throws SessionClosedException if the session has ended
	 * @throws OutboxFullException if too much waits to be sent
	 */
	CompletableFuture<ResponseDone> respond(ResponseSettings settings);

	/**
	 * Request a response to items that were added to the conversation, such as the
	 * outputs of tools, unless a request is queued already. Items that are added while
	 * the model speaks are answered by one response. It is cancelled as with
	 * {@link #respond()} when all who wait for it have cancelled their futures.
	 * @return as {@link #respond()}; shared by all who wait for the same response
	 * @throws SessionClosedException if the session has ended
	 * @throws OutboxFullException if too much waits to be sent
	 */
	CompletableFuture<ResponseDone> followUp();

	/**
	 * Cancel the running response of the conversation, if there is one.
	 */
	void cancelResponse();

	/**
	 * Append audio of any length to the input buffer. It is sent in pieces. Half a sample
	 * at the end of PCM waits for what is appended next.
	 * @param audio the audio in the input format of the session
	 */
	void appendAudio(byte[] audio);

	/**
	 * Interrupt the model, as if the user had started to speak: cancel the running or
	 * requested response, stop playback, and remove from the conversation what nobody
	 * heard. Without an interceptor that plays the model's speech, only the response that
	 * runs is cancelled.
	 */
	void interrupt();

	/**
	 * Append audio to the input buffer.
	 * @param audio the audio in the input format of the session
	 */
	default void appendAudio(AudioData audio) {
		appendAudio(audio.bytes());
	}

	/**
	 * Commit the input buffer as a user message, for push-to-talk. Nothing is sent if the
	 * server would refuse it: when less than 100 ms of audio were appended, and when the
	 * server detects turns and commits by itself.
	 */
	void commitAudio();

	/**
	 * Clear the input buffer.
	 */
	default void clearAudio() {
		send(InputAudioBufferClear.of());
	}

	/**
	 * Add a text of the user to the conversation, without requesting a response.
	 * @param text the text
	 */
	default void sendText(String text) {
		send(ConversationItemCreate.of(UserMessage.text(text)));
	}

	/**
	 * Add a text of the user to the conversation and let the model answer it, with all
	 * tools that it calls for that. {@link #respond()} is one response alone.
	 * <pre class="code">
	 * Answer answer = session.ask("Is there a table for two at eight?").join();
	 * System.out.println(answer.text());
	 * </pre> Cancelling the future cancels the turn: a request that was not sent yet is
	 * withdrawn, a response that runs is cancelled, and the tools that it called are
	 * followed up no more. What the user has said stays in the conversation.
	 * @param text the text
	 * @return completes with the answer when the model has said what it has to say, after
	 * all rounds of tools, or was interrupted; see {@link Answer#outcome()}. Fails as
	 * {@link #respond()} does; with {@link ConnectionLostException} if the connection is
	 * lost while the model speaks; and with {@link AnswerTimeoutException} if nobody
	 * answers the tools that the model calls. Speech of more than 32 MiB is cut
	 * @throws SessionClosedException if the session has ended
	 * @throws OutboxFullException if too much waits to be sent
	 */
	CompletableFuture<Answer> ask(String text);

	/**
	 * Let somebody ask aloud and the model answer, with all tools that it calls for that.
	 * Where the server detects turns, silence follows upon the question until it has
	 * heard the end; where turns are manual, the end of the source is the end of the
	 * turn. <pre class="code">
	 * Answer answer = session.ask(AudioSource.wav(Path.of("question.wav"))).join();
	 * answer.writeWav(Path.of("answer.wav"));
	 * </pre> Cancelling the future cancels the turn as with {@link #ask(String)}, and
	 * what was not made a message yet is cleared.
	 * @param source the source, as with {@link #hear(AudioSource)}
	 * @return as {@link #ask(String)}; fails also with what the source throws, and with
	 * {@link AnswerTimeoutException} if the server hears nobody speak
	 */
	CompletableFuture<Answer> ask(AudioSource source);

	/**
	 * Start to close the session and return immediately. Queued events are sent first,
	 * unless the session is not open yet. {@link #closed()} completes when the session
	 * has ended.
	 */
	@Override
	void close();

	/**
	 * Start to close the session and return immediately, but let the running or requested
	 * response finish. No other response is started, and commands are refused from now
	 * on. {@link #close()} still closes it without waiting. Does nothing if the session
	 * is being closed already.
	 * @param cause what listeners and futures are told
	 * @param patience how long the response may take until it is cancelled
	 */
	void closeAfterResponse(ClosedByPolicy cause, Duration patience);

}
