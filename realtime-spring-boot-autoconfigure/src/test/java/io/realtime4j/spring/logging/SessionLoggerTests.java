package io.realtime4j.spring.logging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

import io.realtime4j.session.AnswerTimedOut;
import io.realtime4j.session.ClosedByApplication;
import io.realtime4j.session.SessionClosed;
import io.realtime4j.session.SessionOpened;
import io.realtime4j.session.SessionSuspended;
import io.realtime4j.session.VoiceSession;
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
	void answerThatDoesNotComeIsToldWithWhatToDo(CapturedOutput output) {
		this.logger.onSessionEvent(this.session,
				new AnswerTimedOut("response.done", Duration.ofSeconds(60), "event_1", "resp_1"));
		assertThat(output).contains("Realtime session rts_1: The server did not send response.done for 60000 ms")
			.contains("realtime.response-timeout");
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
		return session;
	}

}
