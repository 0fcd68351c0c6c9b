package io.realtime4j.live.session;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import io.realtime4j.session.engine.AnswerWait;
import io.realtime4j.session.engine.SessionPort;
import org.jspecify.annotations.Nullable;

/**
 * Watches how long nobody says anything, since silence costs as much as speech. Not
 * thread-safe: a protocol uses it under the lock of its session.
 */
final class LiveSilence {

	private final SessionPort port;

	private final @Nullable Duration limit;

	private final BooleanSupplier atWork;

	private final Runnable hangUp;

	private @Nullable AnswerWait wait;

	/**
	 * Create a watch that does not run yet.
	 * @param port what it may use of the session
	 * @param limit how long nobody may say anything, or {@code null} for ever
	 * @param atWork tells whether silence has a reason
	 * @param hangUp ends the session
	 */
	LiveSilence(SessionPort port, @Nullable Duration limit, BooleanSupplier atWork, Runnable hangUp) {
		this.port = port;
		this.limit = limit;
		this.atWork = atWork;
		this.hangUp = hangUp;
	}

	void begin() {
		end();
		if (this.limit != null) {
			this.wait = this.port.await(this.limit, this::onSilence);
		}
	}

	private void onSilence() {
		if (this.atWork.getAsBoolean()) {
			begin();
		}
		else {
			this.hangUp.run();
		}
	}

	void onWords() {
		if (this.wait != null) {
			this.wait.renew();
		}
	}

	void end() {
		if (this.wait != null) {
			this.wait.end();
			this.wait = null;
		}
	}

}
