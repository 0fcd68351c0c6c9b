package io.realtime4j.playback;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import io.realtime4j.session.AnswerTimedOut;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionTimeouts;
import io.realtime4j.session.engine.AnswerWait;
import io.realtime4j.session.engine.SessionPort;
import org.jspecify.annotations.Nullable;

/**
 * Watch for a sink that never reports what it plays, which is told once. Used under the
 * lock of the session.
 */
final class SilentSinkWatch {

	private final @Nullable SessionPort port;

	private @Nullable AnswerWait wait;

	private boolean told;

	SilentSinkWatch(RealtimeSession session) {
		this.port = session.feature(SessionPort.class);
	}

	/**
	 * Return how long after its end speech counts as played without a report.
	 * @return the time
	 */
	Duration timeout() {
		return ((this.port != null) ? this.port.timeouts() : SessionTimeouts.defaults()).playback();
	}

	/**
	 * Begin to wait for a report, unless that has begun.
	 * @param untilDue how long the report may take, or {@code null} if none is awaited
	 * @param missing tells after that time whether there was none
	 */
	void begin(@Nullable Duration untilDue, BooleanSupplier missing) {
		if (this.port != null && untilDue != null && this.wait == null && !this.told) {
			Duration patience = untilDue.isNegative() ? Duration.ZERO : untilDue;
			this.wait = this.port.await(patience, () -> onDue(missing));
		}
	}

	private void onDue(BooleanSupplier missing) {
		this.wait = null;
		if (this.port != null && missing.getAsBoolean()) {
			this.told = true;
			this.port.tell(new AnswerTimedOut(AnswerTimedOut.PLAYBACK, timeout(), null, null));
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
