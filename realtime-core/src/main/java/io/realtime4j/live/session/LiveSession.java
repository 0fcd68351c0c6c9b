package io.realtime4j.live.session;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.realtime4j.conversation.Conversation;
import io.realtime4j.live.event.client.LiveClientEvent;
import io.realtime4j.live.event.server.SessionCommentaryAppended;
import io.realtime4j.live.event.server.SessionInstructionsAppended;
import io.realtime4j.live.event.server.SessionThinkingAppended;
import io.realtime4j.live.event.server.SessionUpdated;
import io.realtime4j.live.model.LiveUsage;
import io.realtime4j.live.model.session.InitialItem;
import io.realtime4j.live.model.session.LiveSettings;
import io.realtime4j.session.VoiceSession;
import org.jspecify.annotations.Nullable;

/**
 * Full-duplex conversation: audio is sent and received in real time, and the model
 * decides by itself when to speak. All methods may be called by any thread and none of
 * them blocks. Audio and events are queued until the session is open. Futures complete on
 * the listener threads of the client, never on a network thread.
 * <p>
 * A server does not go on with a session whose connection was lost. This one then goes on
 * as a new session of the server, which starts with the words so far.
 *
 * @since 0.1.0
 */
public interface LiveSession extends VoiceSession {

	/**
	 * Return the settings as the server said them last. Those of an attached session are
	 * the ones that it was specified with, until the server says any.
	 * @return the settings, or {@code null} before {@code session.started}
	 */
	@Nullable LiveSettings settings();

	/**
	 * Return what the session has used so far, over all of its connections.
	 * @return the use, zero seconds before the server said any
	 */
	LiveUsage usage();

	/**
	 * Return whether work is under way that the model has delegated: an answer may
	 * follow, though nobody is speaking.
	 * @return whether it is
	 */
	boolean isWorking();

	/**
	 * Return what a new session of the server would start with: the items that this one
	 * started with and the words since, the newest 128 messages at most.
	 * @return a copy of the items, the oldest first
	 */
	List<InitialItem> words();

	/**
	 * Return the turns that have ended, grouped from the transcripts by their times. It
	 * is the same list until another turn ends.
	 * @return the turns in the order in which they began, the newest 1,000 at most
	 */
	List<LiveTurn> turns();

	/**
	 * Return what both sides said up to a moment, such as that of a
	 * {@link io.realtime4j.live.event.server.SessionDelegationCreated delegation}: the
	 * turns that began by then, with all of their words so far.
	 * @param offsetMs the moment, in milliseconds of the session that the server has now,
	 * or {@code null} for all that was said
	 * @return a copy of the turns in the order in which they began
	 */
	List<LiveTurn> turnsUntil(@Nullable Long offsetMs);

	/**
	 * Return the history of this session: each turn is a message, which is settled when
	 * the turn has ended.
	 * @return an immutable view of what was said so far
	 */
	Conversation conversation();

	/**
	 * Open the session, unless it was opened before. Its first use has the same effect.
	 * @return completes with this session when it is open; fails with
	 * {@link io.realtime4j.session.SessionClosedException} if it ends before
	 */
	CompletableFuture<LiveSession> open();

	/**
	 * Send an event. An event without an id gets one. When the limit of the queue is
	 * exceeded, audio is dropped, the oldest first. A {@code session.close} closes this
	 * session as {@link #close()} does, unless it is attached to another one, which it
	 * ends then.
	 * @param event the event
	 * @throws IllegalArgumentException if it is {@code session.start}, which the session
	 * says by itself
	 * @throws IllegalStateException if it is audio, and the session is attached to
	 * another one
	 * @throws io.realtime4j.session.SessionClosedException if the session has ended
	 * @throws io.realtime4j.session.OutboxFullException if too much waits to be sent
	 */
	void send(LiveClientEvent event);

	/**
	 * Change the delegation or the triggers, by {@code session.update}.
	 * @param settings the members to change; those that cannot change are left out
	 * @return completes with the server's acknowledgement; fails with
	 * {@link io.realtime4j.session.RealtimeErrorException} if it refuses, and with
	 * {@link io.realtime4j.session.AnswerTimeoutException} if it does not answer
	 * @throws io.realtime4j.session.SessionClosedException if the session has ended
	 * @throws io.realtime4j.session.OutboxFullException if too much waits to be sent
	 */
	CompletableFuture<SessionUpdated> update(LiveSettings settings);

	/**
	 * Send audio of the person. Audio of any length is taken; it is sent in pieces. Half
	 * a sample at the end of PCM waits for what is appended next.
	 * @param audio the audio in the format of the session
	 * @throws IllegalStateException if the session is attached to another one
	 * @throws io.realtime4j.session.SessionClosedException if the session has ended
	 */
	void appendAudio(byte[] audio);

	/**
	 * Have the model hear silence in place of the person, until {@link #unmute()}. It
	 * stays so when the connection comes back.
	 * @throws io.realtime4j.session.SessionClosedException if the session has ended
	 * @throws io.realtime4j.session.OutboxFullException if too much waits to be sent
	 */
	void mute();

	/**
	 * Have the model hear the person again.
	 * @throws io.realtime4j.session.SessionClosedException if the session has ended
	 * @throws io.realtime4j.session.OutboxFullException if too much waits to be sent
	 */
	void unmute();

	/**
	 * Have the model say something, by {@code session.commentary.append}.
	 * @param text what to say, at most 500 tokens
	 * @return completes when it has reached the model; fails with
	 * {@link io.realtime4j.session.RealtimeErrorException} if the server refuses, with
	 * {@link io.realtime4j.session.AnswerTimeoutException} if it does not answer, and
	 * with {@link io.realtime4j.session.ConnectionLostException} if the connection is
	 * lost before it does
	 * @throws io.realtime4j.session.SessionClosedException if the session has ended
	 * @throws io.realtime4j.session.OutboxFullException if too much waits to be sent
	 */
	default CompletableFuture<SessionCommentaryAppended> say(String text) {
		return say(text, null);
	}

	/**
	 * Have the model say something about work that it has delegated, by
	 * {@code session.commentary.append}. Where the client has a {@code DelegationRunner},
	 * that one answers.
	 * @param text what to say, at most 500 tokens
	 * @param delegationId the id of the delegation, or {@code null} for none
	 * @return completes when it has reached the model; fails as {@link #say(String)} does
	 * @throws io.realtime4j.session.SessionClosedException if the session has ended
	 * @throws io.realtime4j.session.OutboxFullException if too much waits to be sent
	 */
	CompletableFuture<SessionCommentaryAppended> say(String text, @Nullable String delegationId);

	/**
	 * Have the model answer a message that the user wrote, by
	 * {@code session.commentary.append}, since the protocol has no messages of users. The
	 * message is a turn of the user, and an item of the history.
	 * @param text the message, at most 500 tokens together with a few words that say what
	 * it is
	 * @return completes when it has reached the model; fails as {@link #say(String)} does
	 * @throws IllegalArgumentException if the message is blank, or too long
	 * @throws io.realtime4j.session.SessionClosedException if the session has ended
	 * @throws io.realtime4j.session.OutboxFullException if too much waits to be sent
	 */
	CompletableFuture<SessionCommentaryAppended> sendText(String text);

	/**
	 * Add to what the model knows, without a word, by {@code session.thinking.append}.
	 * @param text what it shall know, at most 500 tokens
	 * @return completes when it has reached the model; fails as {@link #say(String)} does
	 * @throws io.realtime4j.session.SessionClosedException if the session has ended
	 * @throws io.realtime4j.session.OutboxFullException if too much waits to be sent
	 */
	default CompletableFuture<SessionThinkingAppended> think(String text) {
		return think(text, null);
	}

	/**
	 * Add to what the model knows about work that it has delegated, without a word, by
	 * {@code session.thinking.append}.
	 * @param text what it shall know, at most 500 tokens
	 * @param delegationId the id of the delegation, or {@code null} for none
	 * @return completes when it has reached the model; fails as {@link #say(String)} does
	 * @throws io.realtime4j.session.SessionClosedException if the session has ended
	 * @throws io.realtime4j.session.OutboxFullException if too much waits to be sent
	 */
	CompletableFuture<SessionThinkingAppended> think(String text, @Nullable String delegationId);

	/**
	 * Add to the instructions of the model, by {@code session.instructions.append}.
	 * @param text what it shall do, at most 500 tokens
	 * @return completes when it has reached the model; fails as {@link #say(String)} does
	 * @throws io.realtime4j.session.SessionClosedException if the session has ended
	 * @throws io.realtime4j.session.OutboxFullException if too much waits to be sent
	 */
	CompletableFuture<SessionInstructionsAppended> instruct(String text);

	/**
	 * Begin to close the session and return at once. What waits is sent and the server is
	 * told; what it still says is delivered, until {@code session.closed} or the end of
	 * the time for closing. A session that is attached to another one leaves that one as
	 * it is; {@code session.close} ends both.
	 */
	@Override
	void close();

}
