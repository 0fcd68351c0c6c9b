package io.realtime4j.spring.boot.autoconfigure.actuate;

import java.time.Clock;
import java.time.Duration;

import io.realtime4j.spring.operation.ServiceRecord;
import io.realtime4j.spring.operation.ServiceTraffic;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/**
 * Health of the service by what the sessions of the application last experienced. Nothing
 * is sent to find it out.
 */
class RealtimeHealthIndicator extends AbstractHealthIndicator {

	private final ServiceTraffic traffic;

	private final Duration failureValidity;

	private final Clock clock;

	RealtimeHealthIndicator(ServiceTraffic traffic, Duration failureValidity, Clock clock) {
		this.traffic = traffic;
		this.failureValidity = failureValidity;
		this.clock = clock;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		ServiceRecord latest = this.traffic.latest();
		builder.status(status(latest));
		detail(builder, "lastOpened", latest.connections().lastSuccess());
		detail(builder, "lastRefusal", latest.connections().lastFailure());
		detail(builder, "lastResponse", latest.responses().lastSuccess());
		detail(builder, "lastLimitReached", latest.responses().lastFailure());
		detail(builder, "lastBudgetUsedUp", latest.budgetUsedUp());
		if (!latest.rateLimits().isEmpty()) {
			builder.withDetail("rateLimits", latest.rateLimits());
		}
	}

	private Status status(ServiceRecord latest) {
		if (latest.isEmpty()) {
			return Status.UNKNOWN;
		}
		if (latest.isFailingSince(this.clock.instant().minus(this.failureValidity))) {
			return Status.DOWN;
		}
		return latest.isFailing() ? Status.UNKNOWN : Status.UP;
	}

	private static void detail(Health.Builder builder, String name, @Nullable Object value) {
		if (value != null) {
			builder.withDetail(name, value);
		}
	}

}
