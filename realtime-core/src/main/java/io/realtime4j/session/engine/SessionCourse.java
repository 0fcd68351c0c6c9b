package io.realtime4j.session.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

import io.realtime4j.session.SessionClosed;
import io.realtime4j.session.SessionConnecting;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.session.SessionOpened;
import io.realtime4j.session.SessionReconnected;
import io.realtime4j.session.VoiceSession;
import org.jspecify.annotations.Nullable;

/**
 * The course of a session in time. It is told of events under the lock of the session,
 * and may be read by any thread without it.
 */
final class SessionCourse {

	private final Clock clock;

	private final AtomicInteger reconnects = new AtomicInteger();

	private volatile @Nullable Instant startedAt;

	private volatile @Nullable Instant openedAt;

	private volatile @Nullable Instant endedAt;

	SessionCourse(Clock clock) {
		this.clock = clock;
	}

	void onEvent(SessionEvent event) {
		if (event instanceof SessionConnecting) {
			this.startedAt = this.clock.instant();
		}
		else if (event instanceof SessionOpened) {
			this.openedAt = this.clock.instant();
		}
		else if (event instanceof SessionReconnected) {
			this.reconnects.incrementAndGet();
		}
		else if (event instanceof SessionClosed) {
			this.endedAt = this.clock.instant();
		}
	}

	VoiceSession.Statistics statistics(Inbox inbox, Outbox outbox) {
		return new VoiceSession.Statistics(this.startedAt, this.openedAt, this.endedAt, age(), this.reconnects.get(),
				new VoiceSession.Queue(inbox.count(), inbox.size()),
				new VoiceSession.Queue(outbox.count(), outbox.size()));
	}

	private Duration age() {
		Instant start = this.startedAt;
		Instant end = this.endedAt;
		if (start == null) {
			return Duration.ZERO;
		}
		Duration age = Duration.between(start, (end != null) ? end : this.clock.instant());
		// A clock may have been set back
		return age.isNegative() ? Duration.ZERO : age;
	}

}
