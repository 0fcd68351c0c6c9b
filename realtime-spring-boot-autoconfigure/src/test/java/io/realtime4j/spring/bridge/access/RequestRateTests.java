package io.realtime4j.spring.bridge.access;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RequestRate}.
 */
class RequestRateTests {

	private Instant now = Instant.EPOCH;

	private final RequestRate rate = new RequestRate(6, Duration.ofMinutes(1), () -> this.now);

	@Test
	void userMayAskAsOftenAsTimePasses() {
		assertThat(asked("a", 10)).isEqualTo(6);
		this.now = this.now.plus(Duration.ofSeconds(10));
		assertThat(asked("a", 10)).isEqualTo(1);
		this.now = this.now.plus(Duration.ofSeconds(20));
		assertThat(asked("a", 10)).isEqualTo(2);
	}

	@Test
	void usersDoNotNoticeEachOther() {
		assertThat(asked("a", 10)).isEqualTo(6);
		assertThat(asked("b", 10)).isEqualTo(6);
	}

	@Test
	void usersAreForgottenInTimeAndAreNeverTooMany() {
		for (int i = 0; i < 30_000; i++) {
			this.rate.take("user " + i);
		}
		assertThat(this.rate.users()).isLessThanOrEqualTo(10_000);
		this.now = this.now.plus(Duration.ofMinutes(1));
		this.rate.take("a");
		assertThat(this.rate.users()).isEqualTo(1);
	}

	private int asked(String user, int times) {
		int taken = 0;
		for (int i = 0; i < times; i++) {
			taken += this.rate.take(user) ? 1 : 0;
		}
		return taken;
	}

}
