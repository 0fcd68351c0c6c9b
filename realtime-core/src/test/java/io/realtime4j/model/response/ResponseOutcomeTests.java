package io.realtime4j.model.response;

import java.util.stream.Stream;

import io.realtime4j.codec.RealtimeCodec;
import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.model.error.RealtimeError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ResponseOutcome}.
 */
class ResponseOutcomeTests {

	private static final RealtimeCodec CODEC = RealtimeCodec.create();

	@ParameterizedTest
	@MethodSource("outcomes")
	void statusAndDetailsBecomeAnOutcome(String members, ResponseOutcome outcome, String summary) {
		assertThat(outcome(members)).isEqualTo(outcome);
		assertThat(outcome.summary()).isEqualTo(summary);
	}

	static Stream<Arguments> outcomes() {
		return Stream.of(Arguments.of("'status':'completed'", new ResponseOutcome.Completed(), "completed"),
				Arguments.of("'id':'resp_1'", new ResponseOutcome.Completed(), "completed"),
				Arguments.of("'status':'cancelled','status_details':{'reason':'turn_detected'}",
						new ResponseOutcome.Cancelled(StatusReason.TURN_DETECTED), "cancelled (turn_detected)"),
				Arguments.of("'status':'cancelled','status_details':null", new ResponseOutcome.Cancelled(null),
						"cancelled"),
				Arguments.of("'status':'incomplete','status_details':{'reason':'content_filter'}",
						new ResponseOutcome.Incomplete(StatusReason.CONTENT_FILTER), "incomplete (content_filter)"),
				Arguments.of("'status':'failed','status_details':{}", new ResponseOutcome.Failed(null),
						"failed (the server gave no reason)"),
				Arguments.of("'status':'failed','status_details':null", new ResponseOutcome.Failed(null),
						"failed (the server gave no reason)"),
				Arguments.of("'status':'frozen'", new ResponseOutcome.Other(new ResponseStatus("frozen")), "frozen"));
	}

	@Test
	void errorOfTheServerIsKeptButNotShown() {
		ResponseOutcome outcome = outcome("'status':'failed','status_details':{'error':{'type':'insufficient_quota',"
				+ "'code':'insufficient_quota','message':'Key sk-1234 has no quota.'}}");
		assertThat(outcome).isInstanceOfSatisfying(ResponseOutcome.Failed.class,
				(failed) -> assertThat(failed.error()).extracting(RealtimeError::message)
					.isEqualTo("Key sk-1234 has no quota."));
		assertThat(outcome.summary()).isEqualTo("failed (type insufficient_quota, code insufficient_quota)");
	}

	@Test
	void onlyWhatNobodyWantedIsAFailure() {
		assertThat(outcome("'status':'failed'").isFailure()).isTrue();
		assertThat(outcome("'status':'incomplete'").isFailure()).isTrue();
		assertThat(outcome("'status':'cancelled'").isFailure()).isFalse();
		assertThat(outcome("'status':'completed'").isFailure()).isFalse();
		assertThat(outcome("'status':'completed'").isCompleted()).isTrue();
		assertThat(outcome("'status':'failed'").isCompleted()).isFalse();
	}

	private static ResponseOutcome outcome(String members) {
		String json = "{'type':'response.done','response':{" + members + "}}";
		return ((ResponseDone) CODEC.decodeServerEvent(json.replace('\'', '"'))).outcome();
	}

}
