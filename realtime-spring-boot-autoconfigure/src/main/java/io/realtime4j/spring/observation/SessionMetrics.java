package io.realtime4j.spring.observation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.session.RealtimeListener;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionClosed;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.session.SessionInterceptor;
import io.realtime4j.session.VoiceSession;
import io.realtime4j.spring.operation.EndReasons;

/**
 * Internal meters of the course of sessions.
 * <ul>
 * <li>{@code realtime.sessions.duration}: how long sessions lasted, by {@code family} and
 * {@code reason}</li>
 * <li>{@code realtime.sessions.reconnect.gap}: how long sessions were without a
 * connection</li>
 * <li>{@code realtime.interruptions.unheard}: speech that was received and not heard, one
 * for each piece of speech that was cut</li>
 * <li>{@code realtime.listener.delay}: from the end of a response to its first
 * listener</li>
 * <li>{@code realtime.transcriptions.failed}: turns that could not be transcribed</li>
 * </ul>
 *
 * @since 0.1.0
 */
public final class SessionMetrics implements RealtimeListener, SessionInterceptor.Factory {

	private static final int MAX_REASONS = 50;

	private final BoundedNames reasons = new BoundedNames(MAX_REASONS);

	private final MeterRegistry registry;

	/**
	 * Create metrics.
	 * @param registry holds the meters
	 */
	public SessionMetrics(MeterRegistry registry) {
		this.registry = registry;
	}

	@Override
	public SessionInterceptor create(RealtimeSession session) {
		return new MeasuredSession(session, this.registry);
	}

	@Override
	public boolean wants(RealtimeSession session, ServerEvent event) {
		return event instanceof ResponseDone;
	}

	@Override
	public void onEvent(RealtimeSession session, ServerEvent event, String json) {
		MeasuredSession measured = session.feature(MeasuredSession.class);
		if (measured != null && event instanceof ResponseDone done) {
			measured.onDelivered(done);
		}
	}

	@Override
	public void onSessionEvent(RealtimeSession session, SessionEvent event) {
		onSessionEvent("realtime", session, event);
	}

	/**
	 * Measure the end of a session of any family.
	 * @param family the family
	 * @param session the session
	 * @param event what changed
	 */
	public void onSessionEvent(String family, VoiceSession session, SessionEvent event) {
		if (event instanceof SessionClosed closed && session.statistics().startedAt() != null) {
			Timer.builder("realtime.sessions.duration")
				.description("Duration of sessions, from the first attempt to connect to the end")
				.tags("family", family, "reason", this.reasons.of(EndReasons.of(closed.cause())))
				.register(this.registry)
				.record(session.statistics().age());
		}
	}

}
