package io.realtime4j.spring.observation;

import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.realtime4j.event.server.ConversationItemInputAudioTranscriptionFailed;
import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.event.server.ResponseOutputAudioDelta;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.model.audio.AudioFormats;
import io.realtime4j.model.session.SessionFormats;
import io.realtime4j.model.session.SessionSettings;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.session.SessionInterceptor;
import io.realtime4j.session.SessionReconnected;
import io.realtime4j.session.SessionReconnecting;
import io.realtime4j.session.SpeechCut;
import org.jspecify.annotations.Nullable;

/**
 * Measures one session on its control lane, where times are those at which things happen
 * and not those at which listeners hear of them.
 */
final class MeasuredSession implements SessionInterceptor {

	private static final int REMEMBERED = 64;

	private final Map<String, Long> received = new LinkedHashMap<>();

	// By identity: to compare all that a response says takes long
	private final Map<ResponseDone, Long> undelivered = new IdentityHashMap<>();

	private final RealtimeSession session;

	private final MeterRegistry registry;

	private @Nullable Long lostAt;

	MeasuredSession(RealtimeSession session, MeterRegistry registry) {
		this.session = session;
		this.registry = registry;
	}

	@Override
	public boolean onEvent(ServerEvent event) {
		if (event instanceof ResponseOutputAudioDelta delta) {
			this.received.merge(part(delta.itemId(), delta.contentIndex()), (long) delta.delta().size(), Long::sum);
			if (this.received.size() > REMEMBERED) {
				this.received.remove(this.received.keySet().iterator().next());
			}
		}
		else if (event instanceof ConversationItemInputAudioTranscriptionFailed) {
			Counter.builder("realtime.transcriptions.failed")
				.description("Turns of users that could not be transcribed")
				.register(this.registry)
				.increment();
		}
		return true;
	}

	@Override
	public void onHeard(ServerEvent event, String json) {
		if (event instanceof ResponseDone done) {
			synchronized (this.undelivered) {
				if (this.undelivered.size() >= REMEMBERED) {
					this.undelivered.clear();
				}
				this.undelivered.put(done, now());
			}
		}
	}

	/**
	 * Note that listeners hear of the end of a response.
	 */
	void onDelivered(ResponseDone done) {
		Long arrived;
		synchronized (this.undelivered) {
			arrived = this.undelivered.remove(done);
		}
		if (arrived != null) {
			Timer.builder("realtime.listener.delay")
				.description("Time from the arrival of the end of a response to the listeners")
				.register(this.registry)
				.record(now() - arrived, TimeUnit.NANOSECONDS);
		}
	}

	@Override
	public void onSessionEvent(SessionEvent event) {
		if (event instanceof SpeechCut cut) {
			onCut(cut);
		}
		else if (event instanceof SessionReconnecting reconnecting) {
			this.lostAt = (reconnecting.attempt() == 1) ? Long.valueOf(now()) : this.lostAt;
		}
		else if (event instanceof SessionReconnected && this.lostAt != null) {
			Timer.builder("realtime.sessions.reconnect.gap")
				.description("Time without a connection, from its loss to the restored session")
				.register(this.registry)
				.record(now() - this.lostAt, TimeUnit.NANOSECONDS);
			this.lostAt = null;
		}
	}

	private void onCut(SpeechCut cut) {
		Long bytes = this.received.remove(part(cut.itemId(), cut.contentIndex()));
		SessionSettings settings = this.session.settings();
		long millis = (bytes != null)
				? AudioFormats.millis(bytes, (settings != null) ? SessionFormats.output(settings) : null) : 0;
		Timer.builder("realtime.interruptions.unheard")
			.description("Speech that was received and not heard, for each piece of speech that was cut")
			.register(this.registry)
			.record(Duration.ofMillis(Math.max(0, millis - cut.heardMillis())));
	}

	private static String part(@Nullable String itemId, long contentIndex) {
		return itemId + "/" + contentIndex;
	}

	private long now() {
		return this.registry.config().clock().monotonicTime();
	}

}
