package io.realtime4j.playback;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Lock;

import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.engine.AnswerWait;
import io.realtime4j.session.engine.ReceivedAnswer;
import io.realtime4j.session.engine.SessionPort;
import org.jspecify.annotations.Nullable;

/**
 * Watch for the first sound of an answer, which tells how long the answer took to begin.
 * Used under the lock of the session, with the one of playback inside of it.
 */
final class FirstSoundWatch {

	/**
	 * How often the sink is asked while nothing else happens. When the sound began is
	 * known exactly however late it is asked.
	 */
	private static final Duration LOOK = Duration.ofMillis(200);

	private final AudioSink sink;

	private final Lock lock;

	private final @Nullable SessionPort port;

	private final ReceivedAnswer.@Nullable Source answers;

	private @Nullable ReceivedAnswer answer;

	private @Nullable Duration playback;

	private boolean decided;

	private @Nullable AnswerWait wait;

	private Duration waited = Duration.ZERO;

	/**
	 * Create a watch.
	 * @param session the session
	 * @param sink plays it
	 * @param lock guards the sink
	 */
	FirstSoundWatch(RealtimeSession session, AudioSink sink, Lock lock) {
		this.sink = sink;
		this.lock = lock;
		this.port = session.feature(SessionPort.class);
		this.answers = session.feature(ReceivedAnswer.Source.class);
	}

	/**
	 * The sink is about to be cleared: what was not heard by now will not be. Called
	 * under the lock of playback, by any thread.
	 */
	void onClear() {
		if (this.answer != null) {
			look(this.answer);
			this.decided = true;
		}
	}

	/**
	 * One response is about to be taken out of what the sink has. Called as above.
	 */
	void onCut(String responseId) {
		if (this.answer != null && responseId.equals(this.answer.responseId())) {
			onClear();
		}
	}

	/**
	 * Take the answer that begins with an event, and look for the one before.
	 * @param heard whether the event was for listeners
	 */
	void proceed(boolean heard) {
		ReceivedAnswer begun = (this.answers != null) ? this.answers.take() : null;
		if (begun != null && heard) {
			onClearLocked();
			tellIfDecided();
			begin(begun);
		}
		else if (this.answer != null) {
			tellIfDecided();
		}
	}

	private void onClearLocked() {
		this.lock.lock();
		try {
			onClear();
		}
		finally {
			this.lock.unlock();
		}
	}

	private void begin(ReceivedAnswer begun) {
		this.lock.lock();
		try {
			this.answer = begun;
			this.playback = null;
			this.decided = begun.itemId() == null;
		}
		finally {
			this.lock.unlock();
		}
		this.waited = Duration.ZERO;
		await();
	}

	private void await() {
		if (this.port != null) {
			this.wait = this.port.await(LOOK, this::onDue);
		}
	}

	private void onDue() {
		this.wait = null;
		this.waited = this.waited.plus(LOOK);
		if (this.port != null && this.waited.compareTo(this.port.timeouts().playback()) >= 0) {
			onClearLocked();
		}
		if (!tellIfDecided()) {
			await();
		}
	}

	private boolean tellIfDecided() {
		ReceivedAnswer told = takeDecided();
		if (told == null || this.port == null) {
			return false;
		}
		Duration heardAfter = this.playback;
		end();
		this.port.tell(told.started(heardAfter));
		return true;
	}

	private @Nullable ReceivedAnswer takeDecided() {
		this.lock.lock();
		try {
			ReceivedAnswer current = this.answer;
			if (current != null && !this.decided) {
				look(current);
			}
			if (!this.decided) {
				return null;
			}
			this.answer = null;
			this.decided = false;
			return current;
		}
		finally {
			this.lock.unlock();
		}
	}

	private void look(ReceivedAnswer current) {
		String itemId = current.itemId();
		if (this.decided || this.port == null || itemId == null) {
			return;
		}
		Duration since = this.sink.heardSince(itemId, current.contentIndex());
		if (since != null) {
			Instant heard = this.port.clock().instant().minus(since);
			this.playback = heard.isBefore(current.at()) ? Duration.ZERO : Duration.between(current.at(), heard);
			this.decided = true;
		}
	}

	/**
	 * Wait no longer.
	 */
	void end() {
		if (this.wait != null) {
			this.wait.end();
			this.wait = null;
		}
	}

}
