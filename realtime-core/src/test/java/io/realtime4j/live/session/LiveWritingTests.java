package io.realtime4j.live.session;

import java.util.concurrent.CompletableFuture;

import io.realtime4j.live.model.LiveRole;
import io.realtime4j.live.model.session.InitialMessage;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link LiveSession#sendText}.
 */
class LiveWritingTests {

	private final LiveSessionFixture fixture = new LiveSessionFixture();

	@Test
	void messageThatTheUserWroteIsAnswered() {
		LiveSession session = this.fixture.opened();
		CompletableFuture<?> told = session.sendText(" A table for two ");
		JsonNode event = this.fixture.connection().expect("session.commentary.append");
		assertThat(event.get("content").asString())
			.isEqualTo("Answer this message that the user wrote: A table for two");
		assertThat(told).isNotDone();
		this.fixture.connection().receive(LiveSessionFixture.appended("commentary", event.get("event_id").asString()));
		assertThat(told).isCompleted();
		assertThat(session.turns()).extracting(LiveTurn::role, LiveTurn::text)
			.containsExactly(tuple(LiveRole.USER, "A table for two"));
		assertThat(session.words()).containsExactly(InitialMessage.of(LiveRole.USER, "A table for two"));
		assertThat(session.heldSize()).isGreaterThan(1024);
	}

	@Test
	void messageThatNoServerWouldTakeIsRefused() {
		LiveSession session = this.fixture.opened();
		assertThatIllegalArgumentException().isThrownBy(() -> session.sendText("x".repeat(1000)))
			.withMessageContaining("too long");
		assertThatIllegalArgumentException().isThrownBy(() -> session.sendText("  "));
		assertThat(session.turns()).isEmpty();
	}

}
