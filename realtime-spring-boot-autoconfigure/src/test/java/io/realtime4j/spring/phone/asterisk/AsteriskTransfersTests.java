package io.realtime4j.spring.phone.asterisk;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AsteriskTransfers}.
 */
class AsteriskTransfersTests {

	private static final URI TARGET = URI.create("tel:+14155550142");

	private Instant now = Instant.EPOCH;

	private final AsteriskTransfers transfers = new AsteriskTransfers(Duration.ofMinutes(1), () -> this.now);

	@Test
	void targetIsToldOnceAndForItsCallOnly() {
		UUID call = UUID.randomUUID();
		this.transfers.add(call, TARGET);
		assertThat(this.transfers.take(UUID.randomUUID())).isNull();
		assertThat(this.transfers.take(call)).isEqualTo(TARGET);
		assertThat(this.transfers.take(call)).isNull();
	}

	@Test
	void targetThatNobodyAskedForIsForgotten() {
		UUID call = UUID.randomUUID();
		this.transfers.add(call, TARGET);
		this.now = this.now.plusSeconds(61);
		assertThat(this.transfers.take(call)).isNull();
	}

	@Test
	void oldestGivesWay() {
		UUID first = UUID.randomUUID();
		UUID second = UUID.randomUUID();
		this.transfers.add(first, TARGET);
		this.transfers.add(second, TARGET);
		for (int i = 1; i < 10_000; i++) {
			this.transfers.add(UUID.randomUUID(), TARGET);
		}
		assertThat(this.transfers.take(first)).isNull();
		assertThat(this.transfers.take(second)).isEqualTo(TARGET);
	}

}
