package io.realtime4j.spring.observation;

import java.time.Duration;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.realtime4j.session.VoiceSession;
import io.realtime4j.usage.Cost;
import io.realtime4j.usage.TokenCount;
import io.realtime4j.usage.Usage;
import io.realtime4j.usage.UsageEvent;
import io.realtime4j.usage.UsageListener;
import io.realtime4j.usage.UsageRecorded;

/**
 * Internal meters of what sessions use and cost.
 * <ul>
 * <li>{@code realtime.usage.tokens}: tokens, by {@code direction} ({@code input},
 * {@code output}), {@code modality} ({@code text}, {@code audio}, {@code image},
 * {@code other}), {@code cached} and {@code model}; cached ones are no part of the others
 * </li>
 * <li>{@code realtime.usage.transcribed}: seconds of audio whose transcription is billed
 * by time, by {@code model}</li>
 * <li>{@code realtime.usage.active}: seconds of live sessions, which are billed by time,
 * by {@code model}</li>
 * <li>{@code realtime.usage.cost}: what is known of the cost, by {@code currency} and
 * {@code model}</li>
 * </ul>
 *
 * @since 0.1.0
 */
public final class UsageMetrics implements UsageListener {

	private static final double MILLIS_OF_SECOND = 1000;

	private final BoundedNames models = new BoundedNames(RealtimeMetrics.MAX_MODELS);

	private final MeterRegistry registry;

	/**
	 * Create metrics.
	 * @param registry holds the meters
	 */
	public UsageMetrics(MeterRegistry registry) {
		this.registry = registry;
	}

	@Override
	public void onUsageEvent(VoiceSession session, UsageEvent event) {
		if (event instanceof UsageRecorded recorded) {
			String model = this.models.of(recorded.model());
			record(recorded.usage(), model);
			record(recorded.cost(), model);
		}
	}

	private void record(Usage usage, String model) {
		TokenCount input = usage.input();
		TokenCount cached = usage.cached();
		tokens("input", true, cached, model);
		tokens("input", false, new TokenCount(rest(input.text(), cached.text()), rest(input.audio(), cached.audio()),
				rest(input.image(), cached.image()), rest(input.other(), cached.other())), model);
		tokens("output", false, usage.output(), model);
		time("realtime.usage.transcribed", "Audio whose transcription is billed by time", usage.transcribed(), model);
		time("realtime.usage.active", "Active time of live sessions", usage.active(), model);
	}

	private void time(String name, String description, Duration time, String model) {
		if (!time.isZero()) {
			Counter.builder(name)
				.description(description)
				.baseUnit("seconds")
				.tag("model", model)
				.register(this.registry)
				.increment(time.toMillis() / MILLIS_OF_SECOND);
		}
	}

	private static long rest(long all, long part) {
		return Math.max(0, all - part);
	}

	private void tokens(String direction, boolean cached, TokenCount tokens, String model) {
		Tags tags = Tags.of("direction", direction, "cached", String.valueOf(cached), "model", model);
		tokens(tags, "text", tokens.text());
		tokens(tags, "audio", tokens.audio());
		tokens(tags, "image", tokens.image());
		tokens(tags, "other", tokens.other());
	}

	private void tokens(Tags tags, String modality, long tokens) {
		if (tokens > 0) {
			Counter.builder("realtime.usage.tokens")
				.description("Tokens that were used")
				.tags(tags.and("modality", modality))
				.register(this.registry)
				.increment(tokens);
		}
	}

	private void record(Cost cost, String model) {
		if (cost.known().signum() > 0) {
			Counter.builder("realtime.usage.cost")
				.description("Cost, as far as prices are known")
				.tags("currency", cost.currency().getCurrencyCode(), "model", model)
				.register(this.registry)
				.increment(cost.known().doubleValue());
		}
	}

}
