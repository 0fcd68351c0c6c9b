package io.realtime4j.spring.boot.autoconfigure.actuate;

import java.time.Duration;
import java.time.Instant;

import io.realtime4j.live.model.session.LiveSettings;
import io.realtime4j.live.session.LiveSession;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.model.session.SessionSettings;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionState;
import io.realtime4j.session.VoiceSession;
import io.realtime4j.translation.model.TranslationSettings;
import io.realtime4j.translation.session.TranslationSession;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * A session as its operators see it: without anything that is said in it, its settings
 * but for the model, and the attributes of the application.
 *
 * @param id the id
 * @param family the protocol family: {@code realtime}, {@code translation} or
 * {@code live}
 * @param type the type of a session of the realtime family, {@code realtime} or
 * {@code transcription}, or {@code null} until the server has acknowledged it
 * @param model the model that the server acknowledged, or {@code null} if it has not
 * @param state the state
 * @param startedAt when it began to connect, or {@code null} if it was not used yet
 * @param openedAt when it was opened first, or {@code null} if it was not
 * @param age how long it has lasted
 * @param reconnects how often another connection has taken the place of one
 * @param inbox events that wait for listeners
 * @param outbox events that wait to be sent
 * @param heldSize its size in memory, in bytes
 * @param usage what it has used, or {@code null} if that is not measured
 */
record SessionDescriptor(String id, String family, @Nullable String type, @Nullable String model, SessionState state,
		@Nullable Instant startedAt, @Nullable Instant openedAt, Duration age, int reconnects, VoiceSession.Queue inbox,
		VoiceSession.Queue outbox, long heldSize, @Nullable UsageDescriptor usage) implements OperationResponseBody {

	static SessionDescriptor of(VoiceSession session) {
		VoiceSession.Statistics statistics = session.statistics();
		RealtimeSession realtime = (session instanceof RealtimeSession of) ? of : null;
		SessionSettings settings = (realtime != null) ? realtime.settings() : null;
		return new SessionDescriptor(session.id(), family(session), (settings != null) ? settings.type() : null,
				model(session), session.state(), statistics.startedAt(), statistics.openedAt(), statistics.age(),
				statistics.reconnects(), statistics.inbox(), statistics.outbox(), session.heldSize(), usage(session));
	}

	private static String family(VoiceSession session) {
		if (session instanceof TranslationSession) {
			return "translation";
		}
		return (session instanceof LiveSession) ? "live" : "realtime";
	}

	private static @Nullable String model(VoiceSession session) {
		if (session instanceof RealtimeSession realtime) {
			return (realtime.settings() instanceof RealtimeSessionSettings settings && settings.model() != null)
					? settings.model().value() : null;
		}
		if (session instanceof TranslationSession translation) {
			TranslationSettings settings = translation.settings();
			return (settings != null && settings.model() != null) ? settings.model().value() : null;
		}
		LiveSettings settings = (session instanceof LiveSession live) ? live.settings() : null;
		return (settings != null && settings.model() != null) ? settings.model().value() : null;
	}

	private static @Nullable UsageDescriptor usage(VoiceSession session) {
		if (session instanceof RealtimeSession realtime) {
			return UsageDescriptor.of(realtime);
		}
		return (session instanceof LiveSession live) ? UsageDescriptor.of(live) : null;
	}

}
