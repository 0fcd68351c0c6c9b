package io.realtime4j.spring.observation;

import java.time.Duration;
import java.util.Locale;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.session.AnswerStarted;
import io.realtime4j.session.RealtimeListener;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.speech.AnswerLatency;
import org.jspecify.annotations.Nullable;

/**
 * Internal meter binder for the time that answers take to begin: the timer
 * {@code realtime.answer.latency}, by {@code part} ({@code detection}, {@code response},
 * {@code playback}, {@code total}) and by {@code turn.end} ({@code speech},
 * {@code commit}, {@code request}), with buckets on the scale of a conversation. Parts
 * that are not known are not counted.
 *
 * @since 0.1.0
 */
public class AnswerLatencyMetrics implements RealtimeListener {

	private static final Duration[] OBJECTIVES = { Duration.ofMillis(200), Duration.ofMillis(400),
			Duration.ofMillis(600), Duration.ofMillis(800), Duration.ofMillis(1000), Duration.ofMillis(1500),
			Duration.ofMillis(2500) };

	private final MeterRegistry registry;

	/**
	 * Create metrics.
	 * @param registry holds the meters
	 */
	public AnswerLatencyMetrics(MeterRegistry registry) {
		this.registry = registry;
	}

	@Override
	public boolean wants(RealtimeSession session, ServerEvent event) {
		return false;
	}

	@Override
	public void onSessionEvent(RealtimeSession session, SessionEvent event) {
		if (event instanceof AnswerStarted started) {
			AnswerLatency latency = started.latency();
			String turnEnd = latency.turnEnd().name().toLowerCase(Locale.ROOT);
			record("detection", turnEnd, latency.detection());
			record("response", turnEnd, latency.response());
			record("playback", turnEnd, latency.playback());
			record("total", turnEnd, latency.total());
		}
	}

	private void record(String part, String turnEnd, @Nullable Duration duration) {
		if (duration != null) {
			Timer.builder("realtime.answer.latency")
				.description("Time from the end of a turn to the first sound of its answer")
				.tag("part", part)
				.tag("turn.end", turnEnd)
				.serviceLevelObjectives(OBJECTIVES)
				.register(this.registry)
				.record(duration);
		}
	}

}
