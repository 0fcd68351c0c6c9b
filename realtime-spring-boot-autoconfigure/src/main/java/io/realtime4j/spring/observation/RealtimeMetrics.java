package io.realtime4j.spring.observation;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.realtime4j.event.server.RateLimitsUpdated;
import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.live.event.server.LiveServerEvent;
import io.realtime4j.live.session.LiveListener;
import io.realtime4j.live.session.LiveSession;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.model.usage.RateLimit;
import io.realtime4j.session.AnswerTimedOut;
import io.realtime4j.session.InputAudioDropped;
import io.realtime4j.session.RealtimeListener;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionClosed;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.session.SessionOpened;
import io.realtime4j.session.SessionReconnected;
import io.realtime4j.session.SessionSuspended;
import io.realtime4j.session.VoiceSession;
import org.jspecify.annotations.Nullable;

/**
 * Internal meter binder for sessions:
 * <ul>
 * <li>{@code realtime.sessions}: sessions that were opened and have not ended</li>
 * <li>{@code realtime.sessions.reconnected}: lost connections that were replaced</li>
 * <li>{@code realtime.sessions.suspended}: how often reading was suspended because
 * listeners were slow</li>
 * <li>{@code realtime.responses}: responses that ended, by {@code outcome}
 * ({@code completed}, {@code cancelled}, {@code incomplete}, {@code failed},
 * {@code other}) and {@code model}</li>
 * <li>{@code realtime.answers.timed.out}: how often the server did not answer in time, by
 * the event that was {@code awaited}</li>
 * <li>{@code realtime.input.audio.dropped}: input audio that was dropped, in ms</li>
 * <li>{@code realtime.rate.limit} and {@code realtime.rate.limit.remaining}: the rate
 * limits that the server last reported, by {@code name} ({@code requests},
 * {@code tokens}); there is none until a server reports one</li>
 * </ul>
 * No tag holds an id, so the number of meters stays small.
 *
 * @since 0.1.0
 */
public class RealtimeMetrics implements RealtimeListener, LiveListener {

	static final int MAX_MODELS = 50;

	private static final int MAX_LIMITS = 16;

	private final BoundedNames models = new BoundedNames(MAX_MODELS);

	private final BoundedNames names = new BoundedNames(MAX_LIMITS);

	private final Set<VoiceSession> open = ConcurrentHashMap.newKeySet();

	private final Map<String, AtomicLong> limits = new ConcurrentHashMap<>();

	private final MeterRegistry registry;

	/**
	 * Create metrics.
	 * @param registry holds the meters
	 */
	public RealtimeMetrics(MeterRegistry registry) {
		this.registry = registry;
		Gauge.builder("realtime.sessions", this.open, Set::size)
			.description("Sessions that were opened and have not ended")
			.register(registry);
	}

	@Override
	public boolean wants(RealtimeSession session, ServerEvent event) {
		return event instanceof ResponseDone || event instanceof RateLimitsUpdated;
	}

	@Override
	public void onEvent(RealtimeSession session, ServerEvent event, String json) {
		if (event instanceof ResponseDone done) {
			String outcome = done.outcome().getClass().getSimpleName().toLowerCase(Locale.ROOT);
			this.registry.counter("realtime.responses", "outcome", outcome, "model", this.models.of(model(session)))
				.increment();
		}
		else if (event instanceof RateLimitsUpdated updated) {
			updated.rateLimits().forEach(this::note);
		}
	}

	@Override
	public boolean wants(LiveSession session, LiveServerEvent event) {
		return false;
	}

	@Override
	public void onSessionEvent(RealtimeSession session, SessionEvent event) {
		note(session, event);
	}

	@Override
	public void onSessionEvent(LiveSession session, SessionEvent event) {
		note(session, event);
	}

	private void note(VoiceSession session, SessionEvent event) {
		if (event instanceof SessionOpened) {
			this.open.add(session);
		}
		else if (event instanceof SessionClosed) {
			this.open.remove(session);
		}
		else if (event instanceof SessionReconnected) {
			this.registry.counter("realtime.sessions.reconnected").increment();
		}
		else if (event instanceof SessionSuspended) {
			this.registry.counter("realtime.sessions.suspended").increment();
		}
		else if (event instanceof AnswerTimedOut timedOut) {
			this.registry.counter("realtime.answers.timed.out", "awaited", timedOut.awaited()).increment();
		}
		else if (event instanceof InputAudioDropped dropped) {
			this.registry.counter("realtime.input.audio.dropped").increment(dropped.duration().toMillis());
		}
	}

	private void note(RateLimit limit) {
		if (limit.name() != null) {
			Tags tags = Tags.of(Tag.of("name", this.names.of(limit.name().value())));
			note("realtime.rate.limit", tags, limit.limit());
			note("realtime.rate.limit.remaining", tags, limit.remaining());
		}
	}

	private void note(String name, Tags tags, @Nullable Long value) {
		if (value != null) {
			this.limits.computeIfAbsent(name + tags, (key) -> gauge(name, tags)).set(value);
		}
	}

	private AtomicLong gauge(String name, Tags tags) {
		AtomicLong value = new AtomicLong();
		Gauge.builder(name, value, AtomicLong::doubleValue).tags(tags).register(this.registry);
		return value;
	}

	private static @Nullable String model(RealtimeSession session) {
		return (session.settings() instanceof RealtimeSessionSettings settings && settings.model() != null)
				? settings.model().value() : null;
	}

}
