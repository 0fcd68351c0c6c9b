package io.realtime4j.transport;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RetryAfter}.
 */
class RetryAfterTests {

	private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

	private static final String IN_A_MINUTE = "Wed, 25 Nov 2026 10:01:00 GMT";

	@Test
	void secondsAreTakenAsTheyAre() {
		assertThat(parse("30", null)).isEqualTo(Duration.ofSeconds(30));
		assertThat(parse("0", null)).isEqualTo(Duration.ZERO);
	}

	@Test
	void dateCountsFromTheClockOfTheServer() {
		assertThat(parse(IN_A_MINUTE, "Wed, 25 Nov 2026 10:00:20 GMT")).isEqualTo(Duration.ofSeconds(40));
	}

	@Test
	void dateCountsFromNowIfTheServerTellsNoTime() {
		assertThat(parse(IN_A_MINUTE, null)).isEqualTo(Duration.ofMinutes(1));
		assertThat(parse(IN_A_MINUTE, "today")).isEqualTo(Duration.ofMinutes(1));
	}

	@Test
	void dateThatIsOverMeansAtOnce() {
		assertThat(parse(IN_A_MINUTE, "Wed, 25 Nov 2026 11:00:00 GMT")).isEqualTo(Duration.ZERO);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "soon", "-1", "1.5", "12345678901", "Wed, 99 Nov 2026 10:01:00 GMT" })
	void whatCannotBeUnderstoodIsNotKnown(String value) {
		assertThat(parse(value, null)).isNull();
	}

	@Test
	void absentHeaderIsNotKnown() {
		assertThat(parse(null, null)).isNull();
	}

	private static @Nullable Duration parse(@Nullable String value, @Nullable String date) {
		return RetryAfter.parse(value, date, NOW);
	}

}
