package io.realtime4j.spring.boot.autoconfigure.actuate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import io.realtime4j.session.VoiceSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link OpenSessions}.
 */
class OpenSessionsTests {

	private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

	@Test
	void oldestIsFirstAndThoseThatWereNotUsedYetAreLast() {
		List<VoiceSession> sessions = List.of(session("b", () -> null), session("a", () -> null),
				session("young", () -> NOON), session("old", () -> NOON.minusSeconds(60)));
		assertThat(new OpenSessions(sessions::stream).all()).extracting(VoiceSession::id)
			.containsExactly("old", "young", "a", "b");
	}

	@Test
	void sessionsThatBeginMeanwhileDoNotDisturbTheOrder() {
		Random random = new Random(7);
		List<VoiceSession> sessions = IntStream.range(0, 500)
			.mapToObj((index) -> session("rts_" + index, () -> random.nextBoolean() ? NOON : null))
			.toList();
		for (int look = 0; look < 20; look++) {
			assertThat(new OpenSessions(sessions::stream).all()).containsExactlyInAnyOrderElementsOf(sessions);
		}
	}

	private static VoiceSession session(String id, Supplier<@Nullable Instant> startedAt) {
		VoiceSession session = mock(VoiceSession.class);
		VoiceSession.Queue empty = new VoiceSession.Queue(0, 0);
		given(session.id()).willReturn(id);
		given(session.statistics()).willAnswer(
				(call) -> new VoiceSession.Statistics(startedAt.get(), null, null, Duration.ZERO, 0, empty, empty));
		return session;
	}

}
