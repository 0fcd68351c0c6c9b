package io.realtime4j.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import io.realtime4j.conversation.ItemSnapshot;
import io.realtime4j.session.CloseCause;
import io.realtime4j.session.HistoryTrimmed;
import io.realtime4j.session.SessionClosed;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.session.SessionOpened;
import io.realtime4j.session.engine.EventLane;
import org.jspecify.annotations.Nullable;

/**
 * Writes the conversation of one session. On the control lane it only takes note that
 * something has changed; what to write is found out by the thread that writes it.
 */
final class SessionRecorder implements ConversationRecording, WriteLoop.Work {

	/**
	 * How often what is being said is written while it is said.
	 */
	static final Duration PROGRESS = Duration.ofSeconds(1);

	private static final int MAX_NOTE = 1000;

	/**
	 * How many items wait that memory has no room for.
	 */
	static final int MAX_LET_GO = 1000;

	private final RecordedSession session;

	private final ConversationScribe scribe;

	private final EventLane events;

	private final WriteLoop loop;

	private final Map<String, ItemSnapshot> letGo = new LinkedHashMap<>();

	private final Map<String, Predicate<CloseCause>> lasting = new ConcurrentHashMap<>();

	private volatile boolean opened;

	private volatile boolean deleted;

	private volatile boolean taken;

	private volatile long lastWrite = System.nanoTime();

	private volatile @Nullable Instant endedAt;

	private final RecorderSettings settings;

	private final Runnable whenDone;

	/**
	 * Create a recorder.
	 * @param session the session
	 * @param settings what all recorders share
	 * @param events publishes what happens
	 * @param whenDone is run when nothing will be written any more
	 */
	SessionRecorder(RecordedSession session, RecorderSettings settings, EventLane events, Runnable whenDone) {
		this.session = session;
		this.settings = settings;
		this.events = events;
		this.whenDone = whenDone;
		this.scribe = ConversationScribe.of(session, settings);
		this.loop = new WriteLoop(this, settings);
	}

	@Override
	public String conversationId() {
		return this.scribe.conversationId();
	}

	@Override
	public void note(String name, @Nullable String text) {
		if (text != null && text.length() > MAX_NOTE) {
			throw new IllegalArgumentException("The note '" + name + "' is longer than " + MAX_NOTE + " characters");
		}
		this.scribe.note(name, text);
		onChange();
	}

	@Override
	public void note(String name, String text, Predicate<CloseCause> lasts) {
		this.lasting.put(name, lasts);
		note(name, text);
	}

	@Override
	public @Nullable Duration sinceLastWrite() {
		return this.deleted ? null : Duration.ofNanos(System.nanoTime() - this.lastWrite);
	}

	@Override
	public boolean isStored() {
		return this.scribe.isBegun() && !this.deleted;
	}

	@Override
	public CompletableFuture<Boolean> announce(String workId) {
		CompletableFuture<Boolean> stored = new CompletableFuture<>();
		ScheduledFuture<?> bound = bound(() -> stored.complete(false));
		this.loop.writeIfPossible().thenAccept(stored::complete);
		return stored.thenApply((known) -> {
			if (bound != null) {
				bound.cancel(false);
			}
			if (!known && !this.taken && !this.deleted) {
				this.events.publish(new WorkNotStored(conversationId(), workId));
			}
			return !this.taken;
		});
	}

	private @Nullable ScheduledFuture<?> bound(Runnable action) {
		try {
			return this.settings.scheduler().schedule(action, this.settings.maxWait().toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (RejectedExecutionException ex) {
			// The application stops, and its sessions have ended
			action.run();
			return null;
		}
	}

	// What changes nothing must not keep the store from hearing that the session is there
	private boolean isDue() {
		return System.nanoTime() - this.lastWrite >= this.settings.heartbeat().dividedBy(2).toNanos();
	}

	@Override
	public void onProgress() {
		this.loop.request(PROGRESS);
	}

	@Override
	public void onChange() {
		this.loop.request(this.settings.writeDelay());
	}

	@Override
	public void onSessionEvent(SessionEvent event) {
		if (event instanceof SessionOpened) {
			this.opened = true;
		}
		else if (event instanceof HistoryTrimmed trimmed) {
			trimmed.snapshots().forEach(this::keep);
		}
		else if (event instanceof SessionClosed closed) {
			removeNotes(closed.cause());
			// The session may begin anew, with another conversation
			this.scribe.keepLast();
			this.endedAt = this.settings.clock().instant();
			this.loop.end();
			return;
		}
		onChange();
	}

	private void removeNotes(CloseCause cause) {
		this.lasting.forEach((name, lasts) -> {
			if (!lasts.test(cause)) {
				this.scribe.note(name, null);
			}
		});
	}

	private void keep(ItemSnapshot item) {
		synchronized (this.letGo) {
			if (this.letGo.size() < MAX_LET_GO) {
				this.letGo.put(item.id(), item);
				return;
			}
		}
		this.events.publish(new ItemNotStored(conversationId(), item.id(), RecordFormat.item(item).length()));
	}

	/**
	 * Write what waits, as soon as possible.
	 * @return completes when the store has all that was said until now, or will not get
	 * it
	 */
	CompletableFuture<@Nullable Void> flush() {
		return this.loop.flush();
	}

	/**
	 * Give up what waits.
	 */
	void giveUp() {
		this.loop.stop();
	}

	/**
	 * Return whether the session has ended, and not all of it is in the store.
	 */
	boolean isLeftOver() {
		return this.endedAt != null;
	}

	@Override
	public boolean write(boolean forced) {
		if (!this.opened && !this.scribe.isBegun()) {
			return true;
		}
		List<ItemSnapshot> gone;
		synchronized (this.letGo) {
			gone = List.copyOf(this.letGo.values());
		}
		long began = System.nanoTime();
		try {
			List<ItemNotStored> left = this.scribe.write(gone, this.endedAt, forced || isDue());
			if (left != null) {
				this.lastWrite = began;
				left.forEach(this.events::publish);
			}
		}
		catch (ConversationNotOwnedException ex) {
			onLost(ex.isDeleted());
			return false;
		}
		forget(gone);
		return true;
	}

	private void forget(Collection<ItemSnapshot> written) {
		synchronized (this.letGo) {
			written.forEach((item) -> this.letGo.remove(item.id(), item));
		}
	}

	private void onLost(boolean deleted) {
		this.deleted = deleted;
		this.taken = !deleted;
		this.events.publish(new ConversationTaken(conversationId(), deleted));
		if (deleted || this.endedAt != null) {
			return;
		}
		try {
			this.session.silence().run();
		}
		catch (RuntimeException ex) {
			// It is closed, or its audio cannot be cut off, which keeps nobody from
			// ending it
		}
		finally {
			this.session.session().close(new ClosedByTakeOver(conversationId()));
		}
	}

	@Override
	public void onFailing(Throwable failure) {
		this.events.publish(new StoreFailing(conversationId(), failure));
	}

	@Override
	public void onRecovered(int attempts) {
		this.events.publish(new StoreRecovered(conversationId(), attempts));
	}

	@Override
	public void onDone(boolean complete) {
		if (!complete) {
			this.events.publish(new ConversationNotStored(conversationId()));
		}
		this.whenDone.run();
	}

}
