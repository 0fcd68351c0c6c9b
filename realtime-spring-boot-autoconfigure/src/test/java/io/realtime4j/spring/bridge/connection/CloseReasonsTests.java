package io.realtime4j.spring.bridge.connection;

import io.realtime4j.session.CloseCause;
import io.realtime4j.session.ClosedByApplication;
import io.realtime4j.session.ClosedByPolicy;
import io.realtime4j.spring.operation.ClosedByOperator;
import io.realtime4j.spring.operation.ClosedForDraining;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CloseReasons}.
 */
class CloseReasonsTests {

	@ParameterizedTest
	@MethodSource("causes")
	void pageIsToldWhetherToComeBack(CloseCause cause, int code) {
		assertThat(CloseReasons.of(cause).getCode()).isEqualTo(code);
	}

	static Arguments[] causes() {
		ClosedByPolicy policy = () -> "The session was too long";
		return new Arguments[] { Arguments.of(new ClosedByApplication(), 1000),
				Arguments.of(new ClosedByOperator(), 1000), Arguments.of(new ClosedForDraining(), 1001),
				Arguments.of(policy, 1011) };
	}

}
