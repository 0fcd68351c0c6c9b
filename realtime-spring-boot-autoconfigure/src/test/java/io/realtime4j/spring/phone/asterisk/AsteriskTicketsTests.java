package io.realtime4j.spring.phone.asterisk;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AsteriskTickets}.
 */
class AsteriskTicketsTests {

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

	private final AsteriskTickets tickets = new AsteriskTickets(Duration.ofMinutes(1), this.now::get);

	@Test
	void ticketTellsTheCallOnce() {
		UUID uuid = this.tickets.issue("+1", Map.of("menu", "lunch"));
		assertThat(this.tickets.use(uuid)).isNotNull().satisfies((caller) -> {
			assertThat(caller.carrier()).isEqualTo("asterisk");
			assertThat(caller.callId()).isEqualTo(uuid.toString());
			assertThat(caller.claimedFrom()).isEqualTo("+1");
			assertThat(caller.parameters()).containsEntry("menu", "lunch");
		});
		assertThat(this.tickets.use(uuid)).isNull();
	}

	@Test
	void ticketIsGoodForItsLifetime() {
		UUID used = this.tickets.issue(null, Map.of());
		UUID old = this.tickets.issue(null, Map.of());
		this.now.set(Instant.EPOCH.plusSeconds(60));
		assertThat(this.tickets.use(used)).isNotNull();
		this.now.set(Instant.EPOCH.plusSeconds(61));
		assertThat(this.tickets.use(old)).isNull();
	}

	@Test
	void strangersHaveNone() {
		this.tickets.issue(null, Map.of());
		assertThat(this.tickets.use(UUID.randomUUID())).isNull();
	}

	@Test
	void oldestGivesWay() {
		UUID oldest = this.tickets.issue(null, Map.of());
		UUID next = this.tickets.issue(null, Map.of());
		for (int i = 0; i < 9_999; i++) {
			this.tickets.issue(null, Map.of());
		}
		assertThat(this.tickets.use(oldest)).isNull();
		assertThat(this.tickets.use(next)).isNotNull();
	}

}
