package io.realtime4j.spring.phone.twilio;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.realtime4j.spring.phone.PhoneCaller;
import io.realtime4j.spring.webhook.InMemoryWebhookIds;
import io.realtime4j.spring.webhook.WebhookIds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link TwilioTickets}.
 */
class TwilioTicketsTests {

	private static final Pattern PARAMETER = Pattern.compile("<Parameter name=\"([^\"]*)\" value=\"([^\"]*)\"/>");

	private static final String CALL = "CA1";

	private static final String FROM = "+14155550123";

	private Instant now = Instant.parse("2026-11-28T12:00:00Z");

	private final WebhookIds used = new InMemoryWebhookIds(() -> this.now);

	private final TwilioTickets tickets = tickets("12345");

	@Test
	void ticketLetsItsCallInOnceOnAnyNode() {
		Map<String, String> given = given(this.tickets.connect(CALL, FROM, Map.of("line", "north")));
		assertThat(tickets("12345").use(CALL, given))
			.isEqualTo(new PhoneCaller("twilio", CALL, FROM, Map.of("line", "north")));
		assertThat(this.tickets.use(CALL, given)).isNull();
	}

	@Test
	void ticketBelongsToItsCallAndItsParameters() {
		Map<String, String> given = given(this.tickets.connect(CALL, FROM, Map.of("line", "north")));
		assertThat(this.tickets.use("CA2", given)).isNull();
		given.replace("line", "south");
		assertThat(this.tickets.use(CALL, given)).isNull();
		given.remove("line");
		assertThat(this.tickets.use(CALL, given)).isNull();
		given.put("line", "north");
		given.put("role", "admin");
		assertThat(this.tickets.use(CALL, given)).isNull();
	}

	@Test
	void textMovedFromOneParameterToAnotherIsNoticed() {
		Map<String, String> given = given(this.tickets.connect(CALL, null, Map.of("a", "b1:c", "d", "e")));
		given.replace("a", "b");
		given.replace("d", "1:ce");
		assertThat(this.tickets.use(CALL, given)).isNull();
	}

	@Test
	void ticketEnds() {
		Map<String, String> given = given(this.tickets.connect(CALL, FROM, Map.of()));
		this.now = this.now.plusSeconds(61);
		assertThat(this.tickets.use(CALL, given)).isNull();
	}

	@Test
	void ticketOfAnotherSecretIsRefused() {
		assertThat(this.tickets.use(CALL, given(tickets("54321").connect(CALL, FROM, Map.of())))).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ".", "..", "x.y.z", "9999999999.call.", "9999999999.call.AAAA" })
	void nonsenseIsRefused(String ticket) {
		assertThat(this.tickets.use(CALL, Map.of("realtime4j-ticket", ticket))).isNull();
		assertThat(this.tickets.use(CALL, Map.of())).isNull();
	}

	@Test
	void repeatedWebhookLetsOneCallIn() {
		Map<String, String> first = given(this.tickets.connectOnce(CALL, FROM, Map.of()));
		this.now = this.now.plusSeconds(5);
		Map<String, String> second = given(this.tickets.connectOnce(CALL, FROM, Map.of()));
		assertThat(this.tickets.use(CALL, second)).isNotNull();
		assertThat(this.tickets.use(CALL, first)).isNull();
		this.now = this.now.plus(Duration.ofHours(5));
		assertThat(this.tickets.use(CALL, given(this.tickets.connectOnce(CALL, FROM, Map.of())))).isNull();
	}

	@Test
	void ownTwiMlMayConnectACallAgain() {
		assertThat(this.tickets.use(CALL, given(this.tickets.connect(CALL, FROM, Map.of())))).isNotNull();
		assertThat(this.tickets.use(CALL, given(this.tickets.connect(CALL, FROM, Map.of())))).isNotNull();
	}

	@Test
	void parametersCannotBreakOutOfTheTwiMl() {
		String twiml = this.tickets.connect(CALL, null, Map.of("q", "\"/><Dial>1&2</Dial>"));
		assertThat(twiml).startsWith("<Connect><Stream url=\"wss://voice.example.com/media\">")
			.contains("value=\"&quot;/&gt;&lt;Dial&gt;1&amp;2&lt;/Dial&gt;\"");
	}

	@Test
	void parametersThatTwilioDoesNotTakeAreNamed() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.tickets.connect(CALL, null, Map.of("long", "x".repeat(496))))
			.withMessageContaining("'long'");
		assertThatIllegalArgumentException().isThrownBy(() -> this.tickets.connect(CALL, null, Map.of("odd", "\u0000")))
			.withMessageContaining("'odd'");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.tickets.connect(CALL, null, Map.of("realtime4j-from", FROM)));
	}

	private TwilioTickets tickets(String secret) {
		return new TwilioTickets(secret, "wss://voice.example.com/media", Duration.ofMinutes(1), () -> this.now,
				this.used);
	}

	private static Map<String, String> given(String twiml) {
		Map<String, String> given = new LinkedHashMap<>();
		Matcher parameters = PARAMETER.matcher(twiml);
		while (parameters.find()) {
			given.put(parameters.group(1), parameters.group(2));
		}
		return given;
	}

}
