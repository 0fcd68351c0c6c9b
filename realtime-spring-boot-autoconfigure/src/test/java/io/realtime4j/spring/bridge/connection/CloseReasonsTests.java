package io.realtime4j.spring.bridge.connection;

import java.time.Duration;
import java.util.Currency;

import io.realtime4j.live.session.ClosedForSilence;
import io.realtime4j.session.CloseCause;
import io.realtime4j.session.ClosedByApplication;
import io.realtime4j.session.ClosedByPolicy;
import io.realtime4j.session.OpenTimedOut;
import io.realtime4j.spring.operation.ClosedByOperator;
import io.realtime4j.spring.operation.ClosedForDraining;
import io.realtime4j.usage.Budget;
import io.realtime4j.usage.ClosedByBudget;
import io.realtime4j.usage.UsageTotals;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.web.socket.CloseStatus;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CloseReasons}.
 */
class CloseReasonsTests {

	@ParameterizedTest
	@MethodSource("causes")
	void pageIsToldWhetherToComeBack(CloseCause cause, CloseStatus status) {
		assertThat(CloseReasons.of(cause)).isEqualTo(status);
	}

	static Arguments[] causes() {
		ClosedByPolicy policy = () -> "The session was too long";
		Budget budget = Budget.ofTokens(10);
		return new Arguments[] { Arguments.of(new ClosedByApplication(), CloseReasons.ENDED),
				Arguments.of(new ClosedByOperator(), CloseReasons.ENDED),
				Arguments.of(new ClosedForDraining(), CloseReasons.GOING_AWAY),
				Arguments.of(new ClosedForSilence(Duration.ofMinutes(1)), CloseReasons.IDLE),
				Arguments.of(new ClosedByBudget(budget, UsageTotals.zero(Currency.getInstance("USD"))),
						CloseReasons.BUDGET_USED_UP),
				Arguments.of(policy, CloseReasons.ENDED_BY_POLICY),
				Arguments.of(new OpenTimedOut(Duration.ofSeconds(1), "session.created"), CloseReasons.UNAVAILABLE) };
	}

}
