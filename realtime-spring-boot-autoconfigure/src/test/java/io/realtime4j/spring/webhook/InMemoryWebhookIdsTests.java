package io.realtime4j.spring.webhook;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link InMemoryWebhookIds}.
 */
class InMemoryWebhookIdsTests {

	private Instant now = Instant.ofEpochSecond(1_764_300_000);

	private final InMemoryWebhookIds ids = new InMemoryWebhookIds(() -> this.now);

	@Test
	void webhookIsNewOnce() {
		assertThat(this.ids.add("msg_1", until())).isTrue();
		assertThat(this.ids.add("msg_1", until())).isFalse();
		assertThat(this.ids.add("msg_2", until())).isTrue();
	}

	@Test
	void webhookThatIsForgottenIsNewAgain() {
		this.ids.add("msg_1", until());
		this.ids.remove("msg_1");
		assertThat(this.ids.add("msg_1", until())).isTrue();
	}

	@Test
	void webhooksThatCannotBeDeliveredAgainAreForgotten() {
		for (int i = 0; i < 100_000; i++) {
			assertThat(this.ids.add("msg_" + i, until())).isTrue();
			this.now = this.now.plusSeconds(1);
		}
		assertThat(this.ids.size()).isLessThan(4096);
	}

	private Instant until() {
		return this.now.plus(Duration.ofMinutes(10));
	}

}
