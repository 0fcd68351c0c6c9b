package io.realtime4j.simulator.session;

import java.time.Duration;
import java.time.Instant;

import io.realtime4j.simulator.model.ModelReply;
import io.realtime4j.simulator.model.ReplyEnd;
import io.realtime4j.simulator.response.TokenBudget;
import io.realtime4j.simulator.support.SessionHarness;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class LimitTests {

	private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

	@Test
	void consumedTokensComeBackEvenly() {
		TokenBudget budget = new TokenBudget(600);
		budget.consume(300, START);
		assertThat(budget.remaining(START)).isEqualTo(300);
		assertThat(budget.resetSeconds(START)).isEqualTo(30);
		assertThat(budget.remaining(START.plusSeconds(10))).isEqualTo(400);
		assertThat(budget.remaining(START.plusSeconds(60))).isEqualTo(600);
		budget.consume(2000, START.plusSeconds(60));
		assertThat(budget.remaining(START.plusSeconds(61))).isZero();
	}

	@Test
	void rateLimitsTellWhatIsLeft() {
		SessionHarness harness = SessionHarness.open(new TokenBudget(1000));
		harness.say("Hello");
		harness.respond();
		harness.advance(60_000);
		JsonNode limit = harness.last("rate_limits.updated").path("rate_limits").path(0);
		int consumed = harness.last("response.done").at("/response/usage/total_tokens").asInt();
		assertThat(limit.path("limit").asInt()).isEqualTo(1000);
		assertThat(limit.path("remaining").asInt()).isEqualTo(1000 - consumed);
		assertThat(limit.path("reset_seconds").asDouble()).isPositive();
	}

	@Test
	void responsesFailUntilTokensAreBack() {
		SessionHarness harness = SessionHarness.open(new TokenBudget(30));
		harness.say("Hello");
		harness.respond();
		harness.advance(5000);
		harness.forget();
		harness.respond();
		harness.advance(0);
		JsonNode failed = harness.last("response.done").path("response");
		assertThat(failed.path("status").asString()).isEqualTo("failed");
		assertThat(failed.at("/status_details/error/code").asString()).isEqualTo("rate_limit_exceeded");
		assertThat(failed.path("output")).isEmpty();
		harness.advance(Duration.ofMinutes(10).toMillis());
		assertThat(harness.answer().path("status").asString()).isEqualTo("completed");
	}

	@Test
	void failuresAreToldInTheirKind() {
		SessionHarness harness = SessionHarness.openText();
		harness.script().addReply(ModelReply.ending(ReplyEnd.quotaExceeded()));
		harness.script().addReply(ModelReply.ending(ReplyEnd.serverError()));
		harness.script().addReply(ModelReply.builder().text("Once upon").end(ReplyEnd.contentFiltered()).build());
		assertThat(harness.answer().at("/status_details/error/code").asString()).isEqualTo("insufficient_quota");
		assertThat(harness.answer().at("/status_details/error/type").asString()).isEqualTo("server_error");
		JsonNode filtered = harness.answer();
		assertThat(filtered.path("status").asString()).isEqualTo("incomplete");
		assertThat(filtered.at("/status_details/reason").asString()).isEqualTo("content_filter");
		assertThat(filtered.at("/output/0/status").asString()).isEqualTo("incomplete");
	}

}
