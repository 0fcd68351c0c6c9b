package io.realtime4j.spring.logging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

import io.realtime4j.model.error.RealtimeError;
import io.realtime4j.session.AnswerTimedOut;
import io.realtime4j.session.ClosedByApplication;
import io.realtime4j.session.ConnectionEnded;
import io.realtime4j.session.FrameRejected;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionClosed;
import io.realtime4j.session.SessionOpened;
import io.realtime4j.session.SessionReconnecting;
import io.realtime4j.session.SessionState;
import io.realtime4j.session.SessionSuspended;
import io.realtime4j.session.SettingsRefused;
import io.realtime4j.session.VoiceSession;
import io.realtime4j.spring.operation.ClosedByOperator;
import io.realtime4j.spring.operation.ClosedForDraining;
import io.realtime4j.transport.ConnectFailed;
import io.realtime4j.transport.ConnectionLost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link SessionLogger}.
 */
@ExtendWith(OutputCaptureExtension.class)
class SessionLoggerTests {

	private Instant now = Instant.parse("2026-01-01T00:00:00Z");

	private final InstantSource time = () -> this.now;

	private final Clock clock = this.time.withZone(ZoneOffset.UTC);

	private final SessionLogger logger = new SessionLogger(this.clock);

	private final VoiceSession session = session("rts_1");

	@Test
	void suspensionIsToldAtOnceAndThenOnceAMinuteWithTheirNumber(CapturedOutput output) {
		suspend(this.session, 1);
		this.now = this.now.plusSeconds(1);
		suspend(this.session, 58);
		assertThat(lines(output)).isEqualTo(1);
		assertThat(output)
			.contains("Realtime session rts_1 has suspended reading: 10001 events are queued for listeners");
		this.now = this.now.plusSeconds(59);
		suspend(this.session, 1);
		assertThat(lines(output)).isEqualTo(2);
		assertThat(output)
			.contains("Realtime session rts_1 has suspended reading (and 58 times since the last message): ");
	}

	@Test
	void suspensionAfterAQuietMinuteIsToldWithoutANumber(CapturedOutput output) {
		suspend(this.session, 1);
		this.now = this.now.plusSeconds(60);
		suspend(this.session, 1);
		assertThat(lines(output)).isEqualTo(2);
		assertThat(output).doesNotContain("since this was last told");
	}

	@Test
	void sessionsAreToldApart(CapturedOutput output) {
		suspend(this.session, 1);
		suspend(session("rts_2"), 1);
		assertThat(output).contains("rts_1 has suspended reading", "rts_2 has suspended reading");
	}

	@Test
	void sessionThatEndedIsForgotten(CapturedOutput output) {
		suspend(this.session, 1);
		this.logger.onSessionEvent(this.session, new SessionClosed(new ClosedByApplication()));
		suspend(this.session, 1);
		assertThat(lines(output)).isEqualTo(2);
	}

	@Test
	void onlySessionThatWasOpenIsToldToBeClosed(CapturedOutput output) {
		this.logger.onSessionEvent(this.session, new SessionClosed(new ClosedByApplication()));
		assertThat(output).doesNotContain("is closed");
		this.logger.onSessionEvent(this.session, new SessionOpened(null));
		this.logger.onSessionEvent(this.session, new SessionClosed(new ClosedByApplication()));
		assertThat(output).containsOnlyOnce("Realtime session rts_1 is closed");
	}

	@Test
	void attemptsToOpenAreToldApartFromAConnectionThatWasLost(CapturedOutput output) {
		SessionReconnecting reconnecting = new SessionReconnecting(1,
				new ConnectionEnded(new ConnectFailed("nothing answers"), null), Duration.ofMillis(500));
		this.logger.onSessionEvent(this.session, reconnecting);
		assertThat(output).contains("rts_1 is not open yet and tries again in 500 ms (attempt 1)")
			.contains("realtime.base-url")
			.doesNotContain("reconnects");
		this.logger.onSessionEvent(this.session, new SessionOpened(null));
		this.logger.onSessionEvent(this.session, reconnecting);
		assertThat(output).contains("rts_1 reconnects in 500 ms (attempt 1)");
	}

	@Test
	void answerThatDoesNotComeIsToldWithWhatToDo(CapturedOutput output) {
		this.logger.onSessionEvent(this.session,
				new AnswerTimedOut("response.done", Duration.ofSeconds(60), "event_1", "resp_1"));
		assertThat(output).contains("Realtime session rts_1: The server did not send response.done for 60000 ms")
			.contains("realtime.response-timeout");
	}

	@Test
	void linesOfASessionAreLimitedAndThoseLeftOutAreCounted(CapturedOutput output) {
		flood(this.session, LineLimit.LINES + 100);
		assertThat(output.getAll().split("rts_1: the server sent a frame", -1)).hasSize(LineLimit.LINES + 1);
		assertThat(output).containsOnlyOnce("(more of this session is left out until a minute has passed)");
		flood(session("rts_2"), 1);
		assertThat(output).contains("rts_2: the server sent a frame");
		this.now = this.now.plus(LineLimit.PERIOD);
		flood(this.session, 1);
		assertThat(output).containsOnlyOnce("(100 lines before it were left out)");
		assertThat(output.getAll().split("rts_1: the server sent a frame", -1)).hasSize(LineLimit.LINES + 2);
	}

	@Test
	void endIsToldHoweverManyLinesThereWereAndForgetsThem(CapturedOutput output) {
		flood(this.session, LineLimit.LINES + 3);
		this.logger.onSessionEvent(this.session, closed());
		assertThat(output).contains("rts_1 has ended. The connection was lost", "(3 lines before it were left out)");
		flood(this.session, 1);
		assertThat(output.getAll().split("rts_1: the server sent a frame", -1)).hasSize(LineLimit.LINES + 2);
	}

	@Test
	void whatTheServerWroteIsOneLineOfLimitedLength(CapturedOutput output) {
		given(this.session.state()).willReturn(SessionState.OPEN);
		this.logger.onError(this.session,
				new RealtimeError("invalid\n2026-01-01 FORGED", "c".repeat(1_000_000), null, null, null));
		assertThat(output.getAll()).contains("type=invalid 2026-01-01 FORGED").hasSizeLessThan(1000);
		this.logger.onSessionEvent(this.session, new SessionClosed(
				new SettingsRefused(new RealtimeError(null, null, "m".repeat(1_000_000), null, null))));
		assertThat(output.getAll()).contains("has ended. ", "mmm (shortened)").hasSizeLessThan(2000);
	}

	@Test
	void endHasTheFiguresOfTheSession(CapturedOutput output) {
		RealtimeSession realtime = mock(RealtimeSession.class);
		given(realtime.id()).willReturn("rts_3");
		given(realtime.statistics()).willReturn(statistics(Duration.ofMillis(252_349), 2));
		this.logger.onSessionEvent(realtime, new SessionOpened(null));
		this.logger.onSessionEvent(realtime, new SessionClosed(new ClosedByApplication()));
		assertThat(output).contains("INFO").contains("rts_3 is closed [seconds=252.3, reconnects=2]");
	}

	@Test
	void endByAnOperatorIsNoWarning(CapturedOutput output) {
		this.logger.onSessionEvent(this.session, new SessionClosed(new ClosedByOperator()));
		this.logger.onSessionEvent(this.session, new SessionClosed(new ClosedForDraining()));
		assertThat(output).contains("by an operator", "is drained").doesNotContain("WARN");
	}

	private void flood(VoiceSession flooded, int frames) {
		for (int i = 0; i < frames; i++) {
			this.logger.onSessionEvent(flooded, new FrameRejected("not JSON"));
		}
	}

	private static SessionClosed closed() {
		return new SessionClosed(new ConnectionEnded(new ConnectionLost("reset"), null));
	}

	private VoiceSession.Statistics statistics(Duration age, int reconnects) {
		VoiceSession.Queue empty = new VoiceSession.Queue(0, 0);
		return new VoiceSession.Statistics(this.now, this.now, this.now.plus(age), age, reconnects, empty, empty);
	}

	private void suspend(VoiceSession suspended, int times) {
		for (int i = 0; i < times; i++) {
			this.logger.onSessionEvent(suspended, new SessionSuspended(10_001, 1_000_000));
		}
	}

	private static int lines(CapturedOutput output) {
		return output.getAll().split("has suspended reading", -1).length - 1;
	}

	private static VoiceSession session(String id) {
		VoiceSession session = mock(VoiceSession.class);
		given(session.id()).willReturn(id);
		VoiceSession.Queue empty = new VoiceSession.Queue(0, 0);
		given(session.statistics())
			.willReturn(new VoiceSession.Statistics(null, null, null, Duration.ZERO, 0, empty, empty));
		return session;
	}

}
