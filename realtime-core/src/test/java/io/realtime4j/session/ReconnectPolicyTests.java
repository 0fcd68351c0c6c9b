package io.realtime4j.session;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ReconnectPolicy}.
 */
class ReconnectPolicyTests {

	private final ReconnectPolicy policy = new ReconnectPolicy(100, Duration.ofMillis(500), Duration.ofSeconds(30),
			Duration.ZERO, null);

	@Test
	void boundOfTheDelayDoublesUpToTheLargest() {
		assertThat(this.policy.delay(1, 0.999, null)).isEqualTo(Duration.ofMillis(499));
		assertThat(this.policy.delay(2, 0.999, null)).isEqualTo(Duration.ofMillis(999));
		assertThat(this.policy.delay(7, 0.999, null)).isEqualTo(Duration.ofMillis(29_970));
		assertThat(this.policy.delay(Integer.MAX_VALUE, 0.999, null)).isEqualTo(Duration.ofMillis(29_970));
	}

	@Test
	void jitterIsFull() {
		assertThat(this.policy.delay(5, 0, null)).isZero();
		assertThat(this.policy.delay(5, 0.5, null)).isEqualTo(Duration.ofSeconds(4));
	}

	@Test
	void serverIsNotAskedBeforeTheTimeThatItSays() {
		assertThat(this.policy.delay(1, 0.5, Duration.ofMinutes(2))).isEqualTo(Duration.ofMillis(120_250));
	}

	@Test
	void valuesThatMakeNoSenseAreRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new ReconnectPolicy(-1, Duration.ZERO, Duration.ZERO, Duration.ZERO, null));
		assertThatIllegalArgumentException().isThrownBy(
				() -> new ReconnectPolicy(1, Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ZERO, null));
	}

}
