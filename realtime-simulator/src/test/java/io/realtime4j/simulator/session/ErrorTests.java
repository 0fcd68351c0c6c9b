package io.realtime4j.simulator.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.realtime4j.simulator.support.Recordings;
import io.realtime4j.simulator.support.SessionHarness;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorTests {

	private final SessionHarness harness = SessionHarness.open();

	@Test
	void badInputIsRefusedInTheWordsOfTheService() {
		List<ObjectNode> real = Recordings.received("probe-p8-four-bad-inputs");
		this.harness.send("{'type':'nope'}");
		assertThat(this.harness.lastError()).isEqualTo(real.get(0).path("error"));
		this.harness.update("{'type':'realtime','bogus_field':1}");
		assertThat(this.harness.lastError()).isEqualTo(real.get(1).path("error"));
		this.harness.sendNonJson();
		assertThat(this.harness.lastError().path("code").asString()).isEqualTo("invalid_json");
		assertThat(this.harness.lastError().path("message").asString())
			.startsWith("Invalid event: failed to parse JSON value. ");
		this.harness.sendBinary();
		assertThat(this.harness.lastError()).isEqualTo(real.get(3).path("error"));
		assertThat(this.harness.closeCode()).isZero();
		this.harness.say("Hello");
		assertThat(this.harness.answer().path("status").asString()).isEqualTo("completed");
	}

	@Test
	void missingTypeIsRefused() {
		this.harness.send("{'event_id':'e'}");
		assertThat(this.harness.lastError().path("message").asString())
			.isEqualTo("Missing required parameter: 'type'.");
		assertThat(this.harness.lastError().path("event_id").asString()).isEqualTo("e");
	}

	@Test
	void sessionExpires() {
		SessionHarness brief = SessionHarness.open(Duration.ofSeconds(3));
		long expiresAt = brief.last("session.created").at("/session/expires_at").asLong();
		assertThat(expiresAt).isEqualTo(Instant.parse("2026-11-23T12:00:03Z").getEpochSecond());
		brief.advance(2900);
		assertThat(brief.closeCode()).isZero();
		brief.advance(200);
		assertThat(brief.lastError().path("code").asString()).isEqualTo("session_expired");
		assertThat(brief.closeCode()).isEqualTo(1001);
		assertThat(brief.closeReason()).isEqualTo("Your session hit the maximum duration of 3 seconds.");
	}

	@Test
	void longestSessionLastsSixtyMinutes() {
		this.harness.advance(Duration.ofMinutes(60).toMillis());
		assertThat(this.harness.closeReason()).isEqualTo("Your session hit the maximum duration of 60 minutes.");
	}

}
