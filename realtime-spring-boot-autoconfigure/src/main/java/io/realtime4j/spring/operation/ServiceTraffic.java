package io.realtime4j.spring.operation;

import java.time.Clock;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import io.realtime4j.event.server.RateLimitsUpdated;
import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.model.error.RealtimeError;
import io.realtime4j.model.response.ResponseOutcome;
import io.realtime4j.session.CloseCause;
import io.realtime4j.session.ConnectionEnded;
import io.realtime4j.session.OpenTimedOut;
import io.realtime4j.session.RealtimeListener;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionClosed;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.session.SessionOpened;
import io.realtime4j.session.SessionReconnected;
import io.realtime4j.session.SessionReconnecting;
import io.realtime4j.session.SettingsRefused;
import io.realtime4j.transport.Closed;
import io.realtime4j.transport.ConnectFailed;
import io.realtime4j.transport.HandshakeRefused;
import io.realtime4j.usage.ClosedByBudget;
import io.realtime4j.usage.ClosedByTenantBudget;
import org.jspecify.annotations.Nullable;

/**
 * Internal listener that learns from the sessions of an application how the service does.
 * It opens none of its own.
 *
 * @since 0.1.0
 */
public class ServiceTraffic implements RealtimeListener {

	/**
	 * Codes and types of errors that say that the account may not use more.
	 */
	private static final Set<String> LIMITS = Set.of("insufficient_quota", "rate_limit_exceeded",
			"billing_hard_limit_reached", "account_deactivated");

	/**
	 * Codes and types of errors that would meet every other session, too.
	 */
	private static final Set<String> REFUSALS = Set.of("server_error", "invalid_api_key");

	private final AtomicReference<ServiceRecord> latest = new AtomicReference<>(ServiceRecord.EMPTY);

	private final Clock clock;

	/**
	 * Create a listener.
	 * @param clock tells when something happened
	 */
	public ServiceTraffic(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Return what was learned so far.
	 * @return the record at this moment
	 */
	public ServiceRecord latest() {
		return this.latest.get();
	}

	@Override
	public boolean wants(RealtimeSession session, ServerEvent event) {
		return event instanceof ResponseDone || event instanceof RateLimitsUpdated;
	}

	@Override
	public void onEvent(RealtimeSession session, ServerEvent event, String json) {
		if (event instanceof RateLimitsUpdated updated) {
			this.latest.updateAndGet((told) -> told.withRateLimits(updated.rateLimits(), this.clock.instant()));
		}
		else if (event instanceof ResponseDone done) {
			onOutcome(done.outcome());
		}
	}

	// A response that was cancelled or stopped early was answered as well
	private void onOutcome(ResponseOutcome outcome) {
		if (!(outcome instanceof ResponseOutcome.Failed failed)) {
			this.latest.updateAndGet((told) -> told.withAnswered(this.clock.instant()));
		}
		else if (isAmong(LIMITS, failed.error())) {
			this.latest.updateAndGet((told) -> told.withLimited(failure("A response " + outcome.summary())));
		}
	}

	private static boolean isAmong(Set<String> words, @Nullable RealtimeError error) {
		return error != null
				&& (words.contains(String.valueOf(error.code())) || words.contains(String.valueOf(error.type())));
	}

	@Override
	public void onSessionEvent(RealtimeSession session, SessionEvent event) {
		onSessionEvent(event);
	}

	/**
	 * Learn from an event of a session of any family.
	 * @param event the event
	 */
	public void onSessionEvent(SessionEvent event) {
		if (event instanceof SessionOpened || event instanceof SessionReconnected) {
			this.latest.updateAndGet((told) -> told.withOpened(this.clock.instant()));
		}
		else if (event instanceof SessionReconnecting reconnecting) {
			onCause(reconnecting.cause());
		}
		else if (event instanceof SessionClosed closed) {
			onCause(closed.cause());
		}
	}

	private void onCause(CloseCause cause) {
		if (cause instanceof ClosedByBudget || cause instanceof ClosedByTenantBudget) {
			this.latest.updateAndGet((told) -> told.withBudgetUsedUp(this.clock.instant()));
		}
		else if (says(LIMITS, cause)) {
			this.latest.updateAndGet((told) -> told.withLimited(failure(cause.message())));
		}
		else if (isRefusal(cause)) {
			this.latest.updateAndGet((told) -> told.withRefused(failure(cause.message())));
		}
	}

	// A connection that was lost says nothing about whether another can be had, and a
	// server that refuses the settings of one session may well take those of others
	private static boolean isRefusal(CloseCause cause) {
		return cause instanceof OpenTimedOut || says(REFUSALS, cause) || (cause instanceof ConnectionEnded ended
				&& (ended.end() instanceof HandshakeRefused || ended.end() instanceof ConnectFailed));
	}

	private static boolean says(Set<String> words, CloseCause cause) {
		if (cause instanceof SettingsRefused refused) {
			return isAmong(words, refused.error());
		}
		return cause instanceof ConnectionEnded ended && (isAmong(words, ended.error())
				|| (ended.end() instanceof Closed closed && words.contains(code(closed.reason()))));
	}

	// Servers give a code, or a type and a code with a dot in between
	private static String code(String reason) {
		return reason.substring(reason.lastIndexOf('.') + 1);
	}

	private ServiceRecord.Failure failure(String message) {
		return new ServiceRecord.Failure(this.clock.instant(), message);
	}

}
