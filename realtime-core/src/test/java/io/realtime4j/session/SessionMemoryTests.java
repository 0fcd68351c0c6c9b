package io.realtime4j.session;

import io.realtime4j.event.client.ConversationItemCreate;
import io.realtime4j.model.item.UserMessage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what one session holds.
 */
class SessionMemoryTests {

	private static final int LIMIT = 100_000;

	private final SessionFixture fixture = new SessionFixture().limits(new SessionLimits(1000, LIMIT, 1000, LIMIT));

	@Test
	void whatIsNeverAcknowledgedIsBoundedByItsSize() {
		RealtimeSession session = this.fixture.opened();
		for (int i = 0; i < 100; i++) {
			session.send(ConversationItemCreate.of(UserMessage.text("x".repeat(16_000))));
			assertThat(session.heldSize()).isLessThanOrEqualTo(LIMIT);
		}
		assertThat(session.heldSize()).isGreaterThan(LIMIT / 2);
	}

	@Test
	void whatWasSaidIsCounted() {
		RealtimeSession session = this.fixture.opened();
		long before = session.heldSize();
		this.fixture.connection().receive(Wire.textDelta("x".repeat(20_000)));
		assertThat(session.heldSize() - before).isBetween(20_000L, 50_000L);
		assertThat(session.conversation().estimatedSize()).isEqualTo(session.heldSize() - before);
	}

	@Test
	void whatWaitsForListenersIsCountedUntilTheyHearIt() {
		QueuedExecutor executor = new QueuedExecutor();
		RealtimeSession session = this.fixture.executor(executor).opened();
		executor.runAll();
		long before = session.heldSize();
		this.fixture.connection().receive(Wire.error("some_error", "x".repeat(20_000), null, null));
		assertThat(session.heldSize() - before).isGreaterThanOrEqualTo(20_000);
		executor.runAll();
		assertThat(session.heldSize()).isEqualTo(before);
	}

	@Test
	void whatWaitsForTheServerIsCounted() {
		RealtimeSession session = this.fixture.connecting();
		long before = session.heldSize();
		session.send(ConversationItemCreate.of(UserMessage.text("x".repeat(20_000))));
		assertThat(session.heldSize() - before).isGreaterThanOrEqualTo(20_000);
	}

}
