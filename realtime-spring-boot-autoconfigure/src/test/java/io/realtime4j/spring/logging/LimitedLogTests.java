package io.realtime4j.spring.logging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

import io.realtime4j.event.client.InputAudioBufferCommit;
import io.realtime4j.guardrail.FailurePolicy;
import io.realtime4j.guardrail.GuardrailFailed;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.VoiceSession;
import io.realtime4j.spring.event.LoggingListenerErrorHandler;
import io.realtime4j.tool.ToolCall;
import io.realtime4j.tool.ToolCallFinished;
import io.realtime4j.tool.ToolOutcome;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link LimitedLog} and for those that write by it.
 */
@ExtendWith(OutputCaptureExtension.class)
class LimitedLogTests {

	private Instant now = Instant.parse("2026-01-01T00:00:00Z");

	private final Clock clock = ((InstantSource) () -> this.now).withZone(ZoneOffset.UTC);

	private final LimitedLog log = new LimitedLog(LogFactory.getLog(LimitedLogTests.class), this.clock);

	@Test
	void linesOfASessionAreLimitedAndThoseLeftOutAreCounted(CapturedOutput output) {
		for (int i = 0; i < LineLimit.LINES + 30; i++) {
			this.log.error("rts_1", "planted", new IllegalStateException());
		}
		assertThat(count(output, "planted")).isEqualTo(LineLimit.LINES);
		assertThat(output).containsOnlyOnce("planted (more of this session is left out until a minute has passed)");
		this.log.warn("rts_2", "another");
		assertThat(count(output, "another")).isEqualTo(1);
		this.now = this.now.plus(LineLimit.PERIOD);
		this.log.info("rts_1", "planted");
		assertThat(output).containsOnlyOnce("planted (30 lines before it were left out)");
	}

	@Test
	void linesOfAllSessionsTogetherAreLimited(CapturedOutput output) {
		for (int i = 0; i < 2 * LimitedLog.LINES_OF_ALL; i++) {
			this.log.warn("rts_" + i, "planted");
		}
		assertThat(count(output, "planted")).isEqualTo(LimitedLog.LINES_OF_ALL);
		assertThat(output).containsOnlyOnce("planted (more of all sessions is left out until a minute has passed)");
	}

	@Test
	void sessionsThatHaveBeenSilentForLongAreForgotten() {
		LineLimit limit = new LineLimit(this.clock);
		for (int i = 0; i < 5000; i++) {
			limit.admit("rts_" + i);
		}
		assertThat(limit.size()).isEqualTo(5000);
		this.now = this.now.plus(LineLimit.PERIOD);
		limit.admit("rts_new");
		assertThat(limit.size()).isEqualTo(1);
	}

	@Test
	void lineIsOneLineOfLimitedLength(CapturedOutput output) {
		this.log.warn("rts_1", "first\n2026-01-01 FORGED" + "x".repeat(100_000));
		assertThat(output.getAll()).contains("first 2026-01-01 FORGED").hasSizeLessThan(1000);
	}

	@Test
	void listenersAndToolsAndGuardrailsThatAlwaysFailDoNotFillTheLog(CapturedOutput output) {
		RealtimeSession session = mock(RealtimeSession.class);
		given(session.id()).willReturn("rts_1");
		IllegalStateException planted = new IllegalStateException("planted");
		LoggingListenerErrorHandler listeners = new LoggingListenerErrorHandler();
		ToolLogger tools = new ToolLogger();
		GuardrailLogger guardrails = new GuardrailLogger();
		for (int i = 0; i < 1000; i++) {
			listeners.onListenerError(session, InputAudioBufferCommit.of(), planted);
			tools.onToolEvent(session, finished(session, planted));
			guardrails.onGuardrailEvent(session,
					new GuardrailFailed("resp_1", "polite", planted, FailurePolicy.values()[0]));
		}
		assertThat(count(output, "A listener failed")).isBetween(1, 2 * LineLimit.LINES);
		assertThat(count(output, "A tool failed")).isBetween(1, 2 * LineLimit.LINES);
		assertThat(count(output, "gave no verdict")).isBetween(1, 2 * LineLimit.LINES);
	}

	private static ToolCallFinished finished(VoiceSession session, Exception cause) {
		ToolCall call = new ToolCall(session, "resp_1", null, "call_1", "book", "{}",
				JsonMapper.shared().createObjectNode());
		return new ToolCallFinished(call, new ToolOutcome.Failed(cause), Duration.ZERO);
	}

	private static int count(CapturedOutput output, String text) {
		return output.getAll().split(text, -1).length - 1;
	}

}
