package io.realtime4j.transport;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Closed}.
 */
class ClosedTests {

	@ParameterizedTest
	@CsvSource({ "Wrong key sk-proj-CANARY_1234!, Wrong key ******!", "ek_CANARY1234 is over, ****** is over",
			"invalid_request_error.beta_api_shape_disabled, invalid_request_error.beta_api_shape_disabled",
			"a task-based risk_model, a task-based risk_model" })
	void reasonIsShownWithoutTheKeysThatItRepeats(String reason, String shown) {
		Closed end = new Closed(4000, reason);
		assertThat(end.message()).isEqualTo("The connection was closed with code 4000: " + shown);
		assertThat(end).hasToString("Closed[code=4000, reason=" + shown + "]");
		assertThat(end.reason()).isEqualTo(reason);
	}

}
