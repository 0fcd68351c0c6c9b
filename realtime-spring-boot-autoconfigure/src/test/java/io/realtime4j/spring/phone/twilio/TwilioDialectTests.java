package io.realtime4j.spring.phone.twilio;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.realtime4j.spring.phone.PhoneCaller;
import io.realtime4j.spring.phone.engine.CarrierMessage;
import io.realtime4j.spring.phone.engine.CommandRecorder;
import io.realtime4j.spring.webhook.InMemoryWebhookIds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TwilioDialect}.
 */
class TwilioDialectTests {

	private static final Pattern PARAMETER = Pattern.compile("<Parameter name=\"([^\"]+)\" value=\"([^\"]+)\"/>");

	private final TwilioTickets tickets = new TwilioTickets("token", "wss://voice.example.com/media",
			Duration.ofMinutes(1), InstantSource.system(), new InMemoryWebhookIds(InstantSource.system()));

	@Test
	void callThatBeganIsHungUpByTheApi() {
		try (CommandRecorder api = new CommandRecorder()) {
			TwilioDialect dialect = started(new TwilioCalls(api.url(), "AC1", "token"));
			assertThat(dialect.hangUp()).isNotNull().succeedsWithin(Duration.ofSeconds(20));
			assertThat(api.command()).isEqualTo("POST /2010-04-01/Accounts/AC1/Calls/CA1.json Status=completed");
		}
	}

	@Test
	void callWithoutCredentialsEndsWithItsStream() {
		TwilioDialect dialect = started(null);
		assertThat(dialect.hangUp()).isNull();
		assertThat(dialect.abandon()).isNull();
	}

	private TwilioDialect started(@Nullable TwilioCalls calls) {
		TwilioDialect dialect = new TwilioDialect(this.tickets, calls);
		StringBuilder parameters = new StringBuilder();
		Matcher parameter = PARAMETER.matcher(this.tickets.connect("CA1", "+14155550123", Map.of("line", "north")));
		while (parameter.find()) {
			parameters.append(parameters.isEmpty() ? "" : ",")
				.append("\"" + parameter.group(1) + "\":\"" + parameter.group(2) + "\"");
		}
		assertThat(dialect.read("{\"event\":\"start\",\"streamSid\":\"MZ1\",\"start\":{\"callSid\":\"CA1\","
				+ "\"customParameters\":{" + parameters + "}}}"))
			.isEqualTo(new CarrierMessage.Start(
					new PhoneCaller("twilio", "CA1", "+14155550123", Map.of("line", "north"))));
		return dialect;
	}

}
