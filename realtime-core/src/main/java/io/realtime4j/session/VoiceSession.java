package io.realtime4j.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import io.realtime4j.audio.AudioSource;
import io.realtime4j.audio.Pcm;
import io.realtime4j.event.RealtimeMessage;
import org.jspecify.annotations.Nullable;

/**
 * Contract that the sessions of all protocol families share. All methods may be called by
 * any thread and none of them blocks.
 *
 * @since 0.1.0
 */
public interface VoiceSession extends AutoCloseable {

	/**
	 * Return the id of this session, which stays the same whatever happens to its
	 * connection. It is not the id that the server gives.
	 * @return the id
	 */
	String id();

	/**
	 * Return the state of the session.
	 * @return the state
	 */
	SessionState state();

	/**
	 * Return figures of the session, such as its age and how much is queued.
	 * @return the figures at this moment
	 */
	Statistics statistics();

	/**
	 * Return the size of the session in memory: the history where there is one, and what
	 * is queued for listeners, for the server and for its acknowledgement.
	 * @return an estimate, in bytes
	 */
	long heldSize();

	/**
	 * Return the attributes of the application; the map may be changed by any thread.
	 * Libraries keep nothing here.
	 * @return the attributes
	 */
	Map<String, Object> attributes();

	/**
	 * Return an object of a library that takes part in this session: one that the session
	 * was given when it was specified, or one that belongs to an interceptor. Those of
	 * interceptors are made anew with them when a session begins anew.
	 * @param type the type of the object
	 * @param <T> the type
	 * @return the object, or {@code null} if there is none of this type
	 */
	<T> @Nullable T feature(Class<T> type);

	/**
	 * Add a listener for events of this session from now on, which is called like all
	 * others: one call at a time and in order. Events of tools, of usage and of
	 * guardrails are in order too, but come beside those of the server, so that a
	 * listener that waits for an answer does not delay an approval.
	 * @param <E> the type
	 * @param type the type of the events: of one event of the server, of a
	 * {@link SessionEvent}, of tools and of what else takes part in the session, or one
	 * that several have in common
	 * @param listener hears of them
	 * @return ends the listening
	 */
	<E extends RealtimeMessage> Runnable on(Class<E> type, Consumer<? super E> listener);

	/**
	 * Hear sound: open the session unless that was done before, and give it all that a
	 * source holds, in the format of the session and at the pace of the source. Sound
	 * that is recorded waits while the session cannot take it. Where turns are manual,
	 * its end is the end of a turn. <pre class="code">
	 * session.hear(AudioSource.wav(Path.of("question.wav")));
	 * </pre>
	 * @param source the source, which is read on a listener thread and closed at the end
	 * @return completes when all of it was given to the session; fails with what the
	 * source throws, and with {@link SessionClosedException} if the session ends before.
	 * Cancelling it ends the giving
	 */
	CompletableFuture<@Nullable Void> hear(AudioSource source);

	/**
	 * Hear the speech that this session says from now on, as the listeners do: in order,
	 * whether or not somebody listens to all of it. <pre class="code">
	 * session.onSpeech((pcm) -&gt; System.out.write(pcm.audio().bytes(), 0, pcm.audio().size()));
	 * </pre>
	 * @param listener hears of each piece
	 * @return ends the listening
	 */
	Runnable onSpeech(Consumer<? super Pcm> listener);

	/**
	 * Return a task that runs in the
	 * {@linkplain io.realtime4j.session.context.SessionContext context} of this session,
	 * as its listeners and tools do, for threads of the application's own.
	 * @param task the task
	 * @return the task in its context
	 */
	default Runnable inContext(Runnable task) {
		return task;
	}

	/**
	 * Return a future for the end of the session.
	 * @return completes with the cause when the session has ended
	 */
	CompletableFuture<CloseCause> closed();

	/**
	 * Start to close the session and return immediately. {@link #closed()} completes when
	 * the session has ended.
	 */
	@Override
	void close();

	/**
	 * Start to close the session as {@link #close()} does, for a reason.
	 * @param cause what listeners and futures are told
	 */
	void close(ClosedByPolicy cause);

	/**
	 * Figures of a session at one moment, for those who operate an application. They hold
	 * nothing of what is said.
	 *
	 * @param startedAt when it began to connect, or {@code null} if it was not used yet
	 * @param openedAt when it was opened first, or {@code null} if it was not
	 * @param endedAt when it ended, or {@code null} if it has not
	 * @param age how long it has lasted since it began to connect, or had lasted at its
	 * end; zero if it was not used yet
	 * @param reconnects how often another connection has taken the place of one
	 * @param inbox events that wait for listeners
	 * @param outbox events that wait to be sent
	 */
	record Statistics(@Nullable Instant startedAt, @Nullable Instant openedAt, @Nullable Instant endedAt, Duration age,
			int reconnects, Queue inbox, Queue outbox) {

	}

	/**
	 * Size of a queue.
	 *
	 * @param count how many events wait
	 * @param size how long they are together, in characters
	 */
	record Queue(int count, long size) {

	}

}
