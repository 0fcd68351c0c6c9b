package io.realtime4j.spring.external;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import io.realtime4j.live.session.LiveSession;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.model.session.SessionSettings;
import io.realtime4j.model.session.TranscriptionSessionSettings;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionClosed;
import io.realtime4j.session.VoiceSession;
import io.realtime4j.session.context.SessionTraits;
import io.realtime4j.spring.operation.EndReasons;
import io.realtime4j.store.StoreOptions;
import io.realtime4j.tool.ToolCallFinished;
import io.realtime4j.translation.session.TranslationSession;
import io.realtime4j.usage.ResponseUsageRecorded;
import io.realtime4j.usage.SessionUsage;
import io.realtime4j.usage.TenantResolver;
import io.realtime4j.usage.UsageRecorded;
import org.jspecify.annotations.Nullable;

/**
 * Internal maker of events for other systems, which puts them into the outbox.
 *
 * @since 0.1.0
 */
public final class ExternalEvents {

	private final ExternalOutbox outbox;

	private final TenantResolver tenants;

	private final boolean content;

	private final Clock clock;

	/**
	 * Create a maker.
	 * @param outbox takes the events
	 * @param tenants tells who pays
	 * @param content whether events hold what is said, and arguments of tools
	 * @param clock tells the time of events
	 */
	public ExternalEvents(ExternalOutbox outbox, TenantResolver tenants, boolean content, Clock clock) {
		this.outbox = outbox;
		this.tenants = tenants;
		this.content = content;
		this.clock = clock;
	}

	void finished(VoiceSession session, TurnFinished.Speaker speaker, Turn turn) {
		this.outbox.add(session, new TurnFinished(id(), ExternalEvent.VERSION, now(), describe(session), speaker,
				turn.id(), turn.responseId(), content(turn.text())));
	}

	void interrupted(VoiceSession session, Turn turn, @Nullable Long heardMillis) {
		this.outbox.add(session, new TurnInterrupted(id(), ExternalEvent.VERSION, now(), describe(session), turn.id(),
				turn.responseId(), heardMillis, content(turn.text())));
	}

	void called(VoiceSession session, ToolCallFinished finished) {
		this.outbox.add(session,
				new ToolCalled(id(), ExternalEvent.VERSION, now(), describe(session), finished.call().name(),
						finished.call().callId(), finished.call().responseId(),
						EndReasons.nameOf(finished.outcome().getClass()), finished.elapsed().toMillis(),
						content(finished.call().argumentsText())));
	}

	void used(VoiceSession session, UsageRecorded usage) {
		String responseId = (usage instanceof ResponseUsageRecorded response) ? response.responseId() : null;
		this.outbox.add(session, new UsageReported(id(), ExternalEvent.VERSION, now(), describe(session), usage.model(),
				responseId, ExternalUsage.of(usage.usage(), usage.cost())));
	}

	// A session that was never used has nothing to tell
	void ended(VoiceSession session, SessionClosed closed) {
		VoiceSession.Statistics statistics = session.statistics();
		Instant startedAt = statistics.startedAt();
		if (startedAt != null) {
			SessionUsage usage = SessionUsage.find(session);
			this.outbox.add(session, new SessionEnded(id(), ExternalEvent.VERSION, now(), describe(session),
					EndReasons.of(closed.cause()), startedAt, statistics.age().toMillis(), (usage != null)
							? ExternalUsage.of(usage.totals().all().usage(), usage.totals().all().cost()) : null));
		}
	}

	private static String id() {
		return UUID.randomUUID().toString();
	}

	private Instant now() {
		return this.clock.instant();
	}

	private @Nullable String content(@Nullable String text) {
		return this.content ? text : null;
	}

	private ExternalSession describe(VoiceSession session) {
		StoreOptions options = session.feature(StoreOptions.class);
		return new ExternalSession(session.id(), family(session), model(session),
				this.tenants.tenant(SessionTraits.of(session)), (options != null) ? options.user() : null);
	}

	private static String family(VoiceSession session) {
		if (session instanceof LiveSession) {
			return "live";
		}
		if (session instanceof TranslationSession) {
			return "translation";
		}
		boolean transcription = session instanceof RealtimeSession realtime
				&& realtime.settings() instanceof TranscriptionSessionSettings;
		return transcription ? "transcription" : "realtime";
	}

	private static @Nullable String model(VoiceSession session) {
		if (session instanceof LiveSession live) {
			return (live.settings() != null && live.settings().model() != null) ? live.settings().model().value()
					: null;
		}
		if (session instanceof TranslationSession translation) {
			return (translation.settings() != null && translation.settings().model() != null)
					? translation.settings().model().value() : null;
		}
		return (session instanceof RealtimeSession realtime) ? model(realtime.settings()) : null;
	}

	private static @Nullable String model(@Nullable SessionSettings settings) {
		return (settings instanceof RealtimeSessionSettings realtime && realtime.model() != null)
				? realtime.model().value() : null;
	}

	/**
	 * Turn that an event tells of.
	 *
	 * @param id its id
	 * @param responseId the id of its response
	 * @param text its words
	 */
	record Turn(@Nullable String id, @Nullable String responseId, @Nullable String text) {

	}

}
