package io.realtime4j.live.tool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

import io.realtime4j.live.session.LiveSession;
import io.realtime4j.live.session.LiveTurn;
import io.realtime4j.live.store.OpenWork;
import io.realtime4j.session.OutboxFullException;
import io.realtime4j.session.SessionClosedException;
import io.realtime4j.store.RecordedConversation;
import org.jspecify.annotations.Nullable;

/**
 * One delegation, from the moment the model delegates to the one answer that it gets. Its
 * lock is never held while the session, a listener or the handler is called.
 */
final class DelegatedWork implements DelegatedTask {

	private final long begun = System.nanoTime();

	private final DelegationContext context;

	private final Consumer<DelegatedWork> onEnd;

	private final @Nullable String id;

	private final @Nullable Long offsetMs;

	private volatile List<LiveTurn> turns = List.of();

	private volatile boolean known = true;

	private final List<CompletableFuture<@Nullable Throwable>> said = new ArrayList<>();

	private volatile boolean over;

	private boolean started;

	private @Nullable Future<?> timer;

	private @Nullable Future<?> task;

	/**
	 * Create one that was not begun with.
	 * @param context where it is worked on
	 * @param onEnd is told when it has ended, before listeners are
	 * @param id the id that the server gave it
	 * @param offsetMs where in the input it was asked for, in milliseconds
	 */
	DelegatedWork(DelegationContext context, Consumer<DelegatedWork> onEnd, @Nullable String id,
			@Nullable Long offsetMs) {
		this.context = context;
		this.onEnd = onEnd;
		this.id = id;
		this.offsetMs = offsetMs;
	}

	@Override
	public LiveSession session() {
		return this.context.session();
	}

	@Override
	public @Nullable String id() {
		return this.id;
	}

	@Nullable Long offsetMs() {
		return this.offsetMs;
	}

	@Override
	public List<LiveTurn> turns() {
		return this.turns;
	}

	@Override
	public boolean isOver() {
		return this.over;
	}

	/**
	 * The server that has delegated is gone: another one does not know the id.
	 */
	void forget() {
		this.known = false;
	}

	/**
	 * Start the handler, unless it was started before.
	 */
	void start(DelegationHandler handler) {
		FutureTask<?> next = new FutureTask<@Nullable Void>(() -> run(handler), null);
		synchronized (this) {
			if (this.started || this.over) {
				return;
			}
			this.started = true;
			this.task = next;
		}
		this.turns = session().turnsUntil(this.offsetMs);
		RecordedConversation conversation = (this.id != null) ? RecordedConversation.find(session()) : null;
		if (this.id == null || conversation == null) {
			begin(next);
			return;
		}
		conversation.announce(this.id).thenAccept((begins) -> {
			if (begins) {
				begin(next);
			}
			else {
				end();
			}
		});
	}

	private void begin(Runnable next) {
		Duration timeout = this.context.settings().timeout();
		watch(timeout);
		try {
			this.context.executor().execute(next);
		}
		catch (RejectedExecutionException ex) {
			refuse(new DelegationOutcome.Overloaded());
		}
	}

	private void watch(Duration timeout) {
		Future<?> watch = this.context.settings()
			.schedule(timeout, () -> abandon(new DelegationOutcome.TimedOut(timeout)));
		synchronized (this) {
			this.timer = watch;
			if (!this.over || watch == null) {
				return;
			}
		}
		watch.cancel(false);
	}

	// Whatever goes wrong, the delegation is answered
	private void run(DelegationHandler handler) {
		this.context.events().publish(new DelegationStarted(this));
		try {
			String answer = handler.handle(this);
			if (answer != null && !answer.isBlank()) {
				answer(answer);
			}
			else {
				concludeBySaid();
			}
		}
		catch (Throwable ex) {
			refuse(new DelegationOutcome.Failed(ex));
		}
	}

	// The answer is what was said before, unless it was lost
	private void concludeBySaid() {
		List<CompletableFuture<@Nullable Throwable>> all;
		synchronized (this) {
			all = List.copyOf(this.said);
		}
		if (all.isEmpty()) {
			refuse(new DelegationOutcome.NotAnswered());
			return;
		}
		CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new)).thenRun(() -> {
			Throwable error = all.stream()
				.map((each) -> each.getNow(null))
				.filter(Objects::nonNull)
				.findFirst()
				.orElse(null);
			if (error == null) {
				conclude(new DelegationOutcome.Answered(0), List.of());
			}
			else {
				refuse(new DelegationOutcome.NotTold(error));
			}
		});
	}

	private void answer(String answer) {
		AppendPieces pieces = AppendPieces.of(answer);
		conclude(new DelegationOutcome.Answered(pieces.omitted()), pieces.pieces());
	}

	/**
	 * Answer that there is no answer.
	 */
	void refuse(DelegationOutcome.Failure failure) {
		conclude(failure, AppendPieces.of(failure.message()).pieces());
	}

	private void conclude(DelegationOutcome outcome, List<String> pieces) {
		if (claim()) {
			new DelegationAnswer(this.context, pieces, DelegationOutcome.NotTold.MESSAGE, this::append,
					(error) -> finish((error != null) ? outcomeOf(error) : outcome))
				.send();
		}
	}

	private static DelegationOutcome outcomeOf(Throwable error) {
		return (error instanceof SessionClosedException) ? new DelegationOutcome.SessionEnded()
				: new DelegationOutcome.NotTold(error);
	}

	private CompletableFuture<?> append(String piece, boolean byId) {
		return session().say(piece, byId ? idOfServer() : null);
	}

	private @Nullable String idOfServer() {
		return this.known ? this.id : null;
	}

	/**
	 * Note that the model waits for an answer.
	 */
	void note() {
		if (this.id != null) {
			OpenWork.ofApplication(this.id).begin(session());
		}
	}

	private void finish(DelegationOutcome outcome) {
		// Whoever goes on with the conversation has to answer then
		if (this.id != null && !(outcome instanceof DelegationOutcome.SessionEnded)) {
			OpenWork.ofApplication(this.id).end(session());
		}
		Duration elapsed = Duration.ofNanos(System.nanoTime() - this.begun);
		this.onEnd.accept(this);
		this.context.events().publish(new DelegationFinished(this, outcome, elapsed));
	}

	// The first to come answers
	private synchronized boolean claim() {
		boolean first = !this.over;
		this.over = true;
		if (this.timer != null) {
			this.timer.cancel(false);
		}
		return first;
	}

	private void abandon(DelegationOutcome.Failure failure) {
		refuse(failure);
		interrupt();
	}

	private void interrupt() {
		Future<?> running;
		synchronized (this) {
			running = this.task;
		}
		if (running != null) {
			running.cancel(true);
		}
	}

	/**
	 * The session has ended.
	 */
	void end() {
		if (claim()) {
			finish(new DelegationOutcome.SessionEnded());
		}
		interrupt();
	}

	@Override
	public void cancel() {
		if (!this.over) {
			abandon(new DelegationOutcome.Cancelled());
		}
	}

	@Override
	public void think(String text) {
		List<String> pieces = AppendPieces.of(text).pieces();
		if (!this.over && !pieces.isEmpty()) {
			this.context.connected().run(() -> pieces.forEach(this::thinkNow), false);
		}
	}

	private void thinkNow(String piece) {
		try {
			session().think(piece, idOfServer());
		}
		catch (SessionClosedException | OutboxFullException ex) {
			// The work goes on, and its answer counts
		}
	}

	@Override
	public void say(String text) {
		List<String> pieces = AppendPieces.of(text).pieces();
		CompletableFuture<@Nullable Throwable> end = new CompletableFuture<>();
		synchronized (this) {
			if (this.over || pieces.isEmpty()) {
				return;
			}
			this.said.add(end);
		}
		new DelegationAnswer(this.context, pieces, null, this::append, end::complete).send();
	}

	/**
	 * Return a text without what was spoken, which may be confidential.
	 */
	@Override
	public String toString() {
		return "DelegatedTask[id=" + this.id + ", session=" + session().id() + ", over=" + this.over + "]";
	}

}
