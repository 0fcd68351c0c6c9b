package io.realtime4j.spring.bridge.page;

import java.time.Duration;

import io.realtime4j.live.session.ClosedForSilence;
import io.realtime4j.session.CloseCause;
import io.realtime4j.session.ClosedByApplication;
import io.realtime4j.session.OpenTimedOut;
import io.realtime4j.session.SessionClosed;
import io.realtime4j.spring.operation.ClosedByOperator;
import io.realtime4j.spring.operation.ClosedForDraining;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StateMessages}.
 */
class StateMessagesTests {

	@Test
	void pageThatShallComeBackIsNotToldThatItIsOver() {
		assertThat(StateMessages.state(new SessionClosed(new ClosedForDraining()))).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("ends")
	void pageIsToldOfTheEndWithItsReason(CloseCause cause) {
		JsonNode told = JsonMapper.shared().readTree(StateMessages.state(new SessionClosed(cause)));
		assertThat(told.path("state").asString()).isEqualTo("closed");
		assertThat(told.path("reason").asString()).isNotBlank().endsWith(".");
	}

	static CloseCause[] ends() {
		return new CloseCause[] { new ClosedByApplication(), new ClosedByOperator(),
				new ClosedForSilence(Duration.ofMinutes(1)),
				new OpenTimedOut(Duration.ofSeconds(1), "session.created") };
	}

}
