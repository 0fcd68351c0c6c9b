package io.realtime4j.spring.boot.autoconfigure.actuate;

import java.math.BigDecimal;
import java.time.Duration;

import io.realtime4j.live.session.LiveSession;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.usage.Cost;
import io.realtime4j.usage.SessionUsage;
import io.realtime4j.usage.Usage;
import io.realtime4j.usage.UsageTotals;
import org.jspecify.annotations.Nullable;

/**
 * Use that a session has made of the service so far. What is not measured in its family
 * is {@code null}.
 *
 * @param responses how many responses reported their use
 * @param inputTokens input tokens, cached ones included
 * @param cachedTokens those of the input tokens that were cached
 * @param outputTokens output tokens
 * @param transcribed the length of audio whose transcription is billed by time
 * @param active the active time of a live session
 * @param cost what that costs
 */
record UsageDescriptor(@Nullable Long responses, @Nullable Long inputTokens, @Nullable Long cachedTokens,
		@Nullable Long outputTokens, @Nullable Duration transcribed, @Nullable Duration active,
		@Nullable CostDescriptor cost) {

	private static final double MILLIS_OF_SECOND = 1000;

	static @Nullable UsageDescriptor of(RealtimeSession session) {
		SessionUsage measured = SessionUsage.find(session);
		if (measured == null) {
			return null;
		}
		UsageTotals totals = measured.totals();
		Usage usage = totals.all().usage();
		return new UsageDescriptor(totals.responses().count(), usage.input().total(), usage.cached().total(),
				usage.output().total(), usage.transcribed(), null, CostDescriptor.of(totals.all().cost()));
	}

	static @Nullable UsageDescriptor of(LiveSession session) {
		Double seconds = session.usage().seconds();
		SessionUsage measured = SessionUsage.find(session);
		return (seconds != null) ? new UsageDescriptor(null, null, null, null, null,
				Duration.ofMillis(Math.round(seconds * MILLIS_OF_SECOND)),
				(measured != null) ? CostDescriptor.of(measured.totals().all().cost()) : null) : null;
	}

	/**
	 * Cost of what was used.
	 *
	 * @param currency the code of the currency
	 * @param known the cost of what has a price
	 * @param complete whether all that was used has a price
	 */
	record CostDescriptor(String currency, BigDecimal known, boolean complete) {

		static CostDescriptor of(Cost cost) {
			return new CostDescriptor(cost.currency().getCurrencyCode(), cost.known(), cost.complete());
		}

	}

}
