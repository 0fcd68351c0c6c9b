package io.realtime4j.live.usage;

import java.time.Duration;

import io.realtime4j.live.event.server.LiveServerEvent;
import io.realtime4j.live.event.server.ResponseEvent;
import io.realtime4j.live.event.server.SessionClosed;
import io.realtime4j.live.event.server.SessionUsageUpdated;
import io.realtime4j.live.model.session.LiveSettings;
import io.realtime4j.live.session.LiveInterceptor;
import io.realtime4j.live.session.LiveSession;
import io.realtime4j.session.ClosedByPolicy;
import io.realtime4j.usage.ActiveTimeRecorded;
import io.realtime4j.usage.ResponseUsageRecorded;
import io.realtime4j.usage.SessionUsage;
import io.realtime4j.usage.Usage;
import io.realtime4j.usage.UsageAccount;
import io.realtime4j.usage.UsageRecorded;
import org.jspecify.annotations.Nullable;

/**
 * Measures one live session on its control lane, and closes it when its budget is used
 * up. The server tells all of the active time again and again: what has been added is
 * recorded.
 */
final class LiveUsageMeter implements LiveInterceptor {

	private static final double NANOS = 1e9;

	private final LiveSession session;

	private final UsageAccount account;

	private final DelegatedUsage delegated = new DelegatedUsage();

	private double recordedSeconds;

	private boolean begun;

	LiveUsageMeter(LiveSession session, UsageAccount account) {
		this.session = session;
		this.account = account;
		RecordedTime before = session.feature(RecordedTime.class);
		this.recordedSeconds = (before != null) ? before.time().toNanos() / NANOS : 0;
	}

	@Override
	public <T> @Nullable T feature(Class<T> type) {
		return (type == SessionUsage.class) ? type.cast(this.account.usage()) : null;
	}

	@Override
	public void onEvent(LiveServerEvent event) {
		begin();
		close(this.account.check());
		if (event instanceof SessionUsageUpdated || event instanceof SessionClosed) {
			onTime();
		}
		else if (event instanceof ResponseEvent response) {
			DelegatedUsage.Told told = this.delegated.onEvent(response.event());
			if (told != null) {
				record(new ResponseUsageRecorded(told.responseId(), told.status(), told.model(), told.usage(),
						this.account.prices().cost(told.model(), told.usage())));
			}
		}
	}

	private void begin() {
		if (!this.begun) {
			this.begun = true;
			close(this.account.begin());
		}
	}

	private void close(@Nullable ClosedByPolicy usedUp) {
		if (usedUp != null) {
			this.session.close(usedUp);
		}
	}

	private void onTime() {
		Double seconds = this.session.usage().seconds();
		if (seconds != null && seconds > this.recordedSeconds) {
			Usage usage = Usage.ofActiveTime(Duration.ofNanos(Math.round((seconds - this.recordedSeconds) * NANOS)));
			this.recordedSeconds = seconds;
			String model = model();
			record(new ActiveTimeRecorded(model, usage, this.account.prices().cost(model, usage)));
		}
	}

	private void record(UsageRecorded recorded) {
		close(this.account.record(recorded));
	}

	private @Nullable String model() {
		LiveSettings settings = this.session.settings();
		return (settings != null && settings.model() != null) ? settings.model().value() : null;
	}

}
