package io.realtime4j.store;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;

import io.realtime4j.session.ListenerErrorHandler;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionInterceptor;
import io.realtime4j.session.VoiceSession;
import io.realtime4j.session.engine.EventLane;
import io.realtime4j.session.engine.ListenerLane;
import org.jspecify.annotations.Nullable;

/**
 * Recorder that writes the conversations of sessions to a {@link ConversationStore}:
 * items with what was heard of them, usage, and the essentials of settings.
 * <p>
 * It becomes part of a client as a {@link SessionInterceptor.Factory}, after what
 * measures usage. Writing is never waited for: it happens on an executor, in order for
 * each conversation, and what a store does not take is kept in memory, no more of it than
 * the session holds anyway, until the store takes it.
 *
 * @since 0.1.0
 */
public final class ConversationRecorder implements SessionInterceptor.Factory {

	private final Set<SessionRecorder> recorders = new LinkedHashSet<>();

	private final RecorderSettings settings;

	private final int maxLeftOver;

	private ConversationRecorder(RecorderSettings settings, int maxLeftOver) {
		this.settings = settings;
		this.maxLeftOver = maxLeftOver;
	}

	/**
	 * Return a builder.
	 * @param store keeps conversations
	 * @param executor writes, and calls listeners, both of which may block; the number of
	 * its threads is that of the writes that are under way at once
	 * @param scheduler watches time; one thread is enough
	 * @return the builder
	 */
	public static Builder builder(ConversationStore store, Executor executor, ScheduledExecutorService scheduler) {
		return new Builder(store, executor, scheduler);
	}

	@Override
	public SessionInterceptor create(RealtimeSession session) {
		ConversationRecording recording = record(new RecordedSession(session, session::conversation,
				() -> ConversationDetails.essentials(session.settings()), session::interrupt));
		return (recording != null) ? new RealtimeRecorder(recording) : SessionInterceptor.none();
	}

	/**
	 * Begin to record a session, for what takes part in the sessions of another family.
	 * @param session the session
	 * @return its recording, or {@code null} if the session is not to be stored, or is
	 * recorded already
	 */
	public @Nullable ConversationRecording record(RecordedSession session) {
		VoiceSession owner = session.session();
		StoreOptions options = owner.feature(StoreOptions.class);
		boolean stored = options == null || options.stored();
		if (!stored || RecordedConversation.find(owner) != null) {
			return null;
		}
		EventLane events = new EventLane(
				new ListenerLane<>(owner, this.settings.listeners(),
						EventLane.telling(StoreEvent.class, StoreListener::onStoreEvent), this.settings.errorHandler()),
				this.settings.executor());
		SessionRecorder[] recorder = new SessionRecorder[1];
		recorder[0] = new SessionRecorder(session, this.settings, events, () -> remove(recorder[0]));
		add(recorder[0]);
		return recorder[0];
	}

	private void add(SessionRecorder recorder) {
		List<SessionRecorder> leftOver;
		synchronized (this.recorders) {
			this.recorders.add(recorder);
			leftOver = this.recorders.stream().filter(SessionRecorder::isLeftOver).toList();
		}
		for (int i = 0; i < leftOver.size() - this.maxLeftOver; i++) {
			leftOver.get(i).giveUp();
		}
	}

	private void remove(SessionRecorder recorder) {
		synchronized (this.recorders) {
			this.recorders.remove(recorder);
		}
	}

	private List<SessionRecorder> recorders() {
		synchronized (this.recorders) {
			return List.copyOf(this.recorders);
		}
	}

	/**
	 * Write all that waits without delay, such as before the application stops.
	 * @return completes when the store has all that was said until now, or will not get
	 * it
	 */
	public CompletableFuture<@Nullable Void> flush() {
		CompletableFuture<?>[] all = recorders().stream().map(SessionRecorder::flush).toArray(CompletableFuture[]::new);
		return CompletableFuture.allOf(all).thenApply((done) -> null);
	}

	/**
	 * Write nothing any more. What waits is given up, of which
	 * {@link ConversationNotStored} tells.
	 */
	public void stop() {
		recorders().forEach(SessionRecorder::giveUp);
	}

	/**
	 * Builder of {@link ConversationRecorder}.
	 */
	public static final class Builder {

		private static final Duration WRITE_DELAY = Duration.ofMillis(100);

		private static final Duration HEARTBEAT = Duration.ofSeconds(10);

		private static final Duration MAX_WAIT = Duration.ofSeconds(1);

		private static final int MAX_LEFT_OVER = 1000;

		private final ConversationStore store;

		private final Executor executor;

		private final ScheduledExecutorService scheduler;

		private final List<StoreListener> listeners = new ArrayList<>();

		private Clock clock = Clock.systemUTC();

		private Function<VoiceSession, @Nullable String> user = (session) -> null;

		private Duration writeDelay = WRITE_DELAY;

		private Duration heartbeat = HEARTBEAT;

		private Duration maxWait = MAX_WAIT;

		private int maxLeftOver = MAX_LEFT_OVER;

		private ListenerErrorHandler errorHandler = (session, event, error) -> {
		};

		private Builder(ConversationStore store, Executor executor, ScheduledExecutorService scheduler) {
			this.store = Objects.requireNonNull(store, "'store' must not be null");
			this.executor = Objects.requireNonNull(executor, "'executor' must not be null");
			this.scheduler = Objects.requireNonNull(scheduler, "'scheduler' must not be null");
		}

		/**
		 * Set who finds out whose conversation a session has, where its
		 * {@link StoreOptions} do not say so.
		 * @param user returns the user, or {@code null}; nobody by default
		 * @return this builder
		 */
		public Builder user(Function<VoiceSession, @Nullable String> user) {
			this.user = user;
			return this;
		}

		/**
		 * Set the clock that times in headers are read from.
		 * @param clock the clock; that of the system by default
		 * @return this builder
		 */
		public Builder clock(Clock clock) {
			this.clock = clock;
			return this;
		}

		/**
		 * Set how long a change waits for others, to be written with them.
		 * @param writeDelay the delay; 100 ms by default
		 * @return this builder
		 */
		public Builder writeDelay(Duration writeDelay) {
			this.writeDelay = writeDelay;
			return this;
		}

		/**
		 * Set how often the header of a conversation is written in which nothing is said,
		 * which is how long a session may take to find out that another one has taken its
		 * conversation over.
		 * @param heartbeat the time between two writes, larger than zero; 10 s by default
		 * @return this builder
		 */
		public Builder heartbeat(Duration heartbeat) {
			if (heartbeat.isZero() || heartbeat.isNegative()) {
				throw new IllegalArgumentException("'heartbeat' must be larger than zero");
			}
			this.heartbeat = heartbeat;
			return this;
		}

		/**
		 * Set how long a tool that may not run twice, or delegated work, waits until the
		 * store knows of it. It begins then, whatever the store does.
		 * @param maxWait the longest time, larger than zero; a second by default
		 * @return this builder
		 */
		public Builder maxWait(Duration maxWait) {
			if (maxWait.isZero() || maxWait.isNegative()) {
				throw new IllegalArgumentException("'maxWait' must be larger than zero");
			}
			this.maxWait = maxWait;
			return this;
		}

		/**
		 * Set how many conversations whose session has ended may wait for a store that
		 * fails. Beyond it the oldest are given up.
		 * @param maxLeftOver the number; 1,000 by default
		 * @return this builder
		 */
		public Builder maxLeftOver(int maxLeftOver) {
			this.maxLeftOver = maxLeftOver;
			return this;
		}

		/**
		 * Add a listener of what happens between sessions and the store.
		 * @param listener the listener
		 * @return this builder
		 */
		public Builder listener(StoreListener listener) {
			this.listeners.add(listener);
			return this;
		}

		/**
		 * Set the handler for exceptions thrown by listeners, which are ignored
		 * otherwise.
		 * @param errorHandler the handler
		 * @return this builder
		 */
		public Builder errorHandler(ListenerErrorHandler errorHandler) {
			this.errorHandler = errorHandler;
			return this;
		}

		/**
		 * Build the recorder.
		 * @return the recorder
		 */
		public ConversationRecorder build() {
			return new ConversationRecorder(new RecorderSettings(this.store, this.executor, this.scheduler, this.clock,
					this.user, this.writeDelay, this.heartbeat, this.maxWait, List.copyOf(this.listeners),
					this.errorHandler), this.maxLeftOver);
		}

	}

}
