package io.realtime4j.guardrail;

import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

/**
 * Judgement of one response by one guardrail: one question at a time, and when it has
 * answered the newest one. Its lock is never held while a guardrail or the session is
 * called.
 */
final class Judgement {

	private final GuardrailSettings settings;

	private final RealtimeGuardrail guardrail;

	private final Outcome outcome;

	private @Nullable Question current;

	private @Nullable ResponseDraft next;

	private boolean closed;

	Judgement(GuardrailSettings settings, RealtimeGuardrail guardrail, Outcome outcome) {
		this.settings = settings;
		this.guardrail = guardrail;
		this.outcome = outcome;
	}

	void ask(ResponseDraft draft) {
		Question question;
		synchronized (this) {
			if (this.closed || this.current != null) {
				this.next = draft;
				return;
			}
			question = new Question(draft);
			this.current = question;
			this.next = null;
		}
		question.begin();
	}

	/**
	 * Stop: start no further check and ignore results that are still to come.
	 */
	void close() {
		Question question;
		synchronized (this) {
			this.closed = true;
			question = this.current;
			this.current = null;
			this.next = null;
		}
		if (question != null) {
			question.abandon();
		}
	}

	private void askNext() {
		ResponseDraft draft;
		synchronized (this) {
			draft = this.closed ? null : this.next;
			this.next = null;
		}
		if (draft != null) {
			ask(draft);
		}
	}

	// Return whether this is the first answer, and wanted
	private synchronized boolean take(Question question) {
		boolean awaited = question.equals(this.current);
		if (awaited) {
			this.current = null;
		}
		return awaited;
	}

	/**
	 * Hears of answers.
	 */
	interface Outcome {

		void onVerdict(RealtimeGuardrail guardrail, GuardrailVerdict verdict);

		void onFailure(RealtimeGuardrail guardrail, Throwable cause);

	}

	/**
	 * A question, whose answer may come too late.
	 */
	private final class Question {

		private final FutureTask<@Nullable Void> task;

		private volatile @Nullable Future<?> timer;

		Question(ResponseDraft draft) {
			this.task = new FutureTask<>(() -> judge(draft), null);
		}

		void begin() {
			this.timer = Judgement.this.settings.schedule(this::expire);
			try {
				Judgement.this.settings.executor().execute(this.task);
			}
			catch (RejectedExecutionException ex) {
				conclude(null, ex);
			}
		}

		private void judge(ResponseDraft draft) {
			GuardrailVerdict verdict = null;
			Throwable error = null;
			try {
				verdict = Judgement.this.guardrail.judge(draft);
			}
			catch (Throwable ex) {
				error = ex;
			}
			conclude(verdict, error);
		}

		// The thread of a verdict that came in time is not interrupted any more
		private void expire() {
			if (take(this)) {
				this.task.cancel(true);
				tell(null, new TimeoutException(
						"No verdict within " + Judgement.this.settings.timeout().toMillis() + " ms"));
			}
		}

		private void conclude(@Nullable GuardrailVerdict verdict, @Nullable Throwable error) {
			if (take(this)) {
				stopTimer();
				tell(verdict, error);
			}
		}

		private void tell(@Nullable GuardrailVerdict verdict, @Nullable Throwable error) {
			if (verdict != null) {
				Judgement.this.outcome.onVerdict(Judgement.this.guardrail, verdict);
			}
			else {
				Judgement.this.outcome.onFailure(Judgement.this.guardrail,
						(error != null) ? error : new IllegalStateException("The verdict is null"));
			}
			askNext();
		}

		void abandon() {
			stopTimer();
			this.task.cancel(true);
		}

		private void stopTimer() {
			Future<?> running = this.timer;
			if (running != null) {
				running.cancel(false);
			}
		}

	}

}
