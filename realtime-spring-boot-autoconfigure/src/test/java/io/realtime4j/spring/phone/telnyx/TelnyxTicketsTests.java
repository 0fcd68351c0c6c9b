package io.realtime4j.spring.phone.telnyx;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

import io.realtime4j.spring.phone.PhoneCaller;
import io.realtime4j.spring.phone.engine.CallAdmission;
import io.realtime4j.spring.webhook.InMemoryWebhookIds;
import io.realtime4j.spring.webhook.WebhookIds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link TelnyxTickets}.
 */
class TelnyxTicketsTests {

	private static final String CALL = "v3:abc-_1";

	private static final String FROM = "+14155550123";

	private Instant now = Instant.parse("2026-11-28T12:00:00Z");

	private final WebhookIds used = new InMemoryWebhookIds(() -> this.now);

	private final TelnyxTickets tickets = tickets("KEY1");

	@Test
	void commandAsksForAudioInBothDirections() {
		assertThat(this.tickets.connect(CALL, FROM, Map.of()))
			.containsEntry("stream_url", "wss://voice.example.com/media")
			.containsEntry("stream_track", "inbound_track")
			.containsEntry("stream_codec", "PCMA")
			.containsEntry("stream_bidirectional_mode", "rtp")
			.containsEntry("stream_bidirectional_codec", "PCMA")
			.containsEntry("stream_bidirectional_sampling_rate", 8000)
			.containsEntry("stream_bidirectional_target_legs", "self")
			.containsKey("stream_auth_token");
	}

	@Test
	void ticketLetsItsCallInOnceOnAnyNode() {
		String token = token(this.tickets.connect(CALL, FROM, Map.of("line", "north")));
		CallAdmission admission = admitted(tickets("KEY1").admit(token));
		assertThat(admission.callId()).isEqualTo(CALL);
		assertThat(admission.toString()).doesNotContain(FROM);
		assertThat(this.tickets.use(admission))
			.isEqualTo(new PhoneCaller("telnyx", CALL, FROM, Map.of("line", "north")));
		assertThat(this.tickets.use(admission)).isNull();
	}

	@Test
	void lookingAtATicketDoesNotUseIt() {
		String token = token(this.tickets.connect(CALL, FROM, Map.of()));
		assertThat(this.tickets.admit(token)).isNotNull();
		assertThat(this.tickets.use(admitted(this.tickets.admit(token)))).isNotNull();
	}

	@Test
	void ticketOfAnotherCallOrWithOtherParametersIsRefused() {
		String token = token(this.tickets.connect(CALL, FROM, Map.of("line", "north")));
		assertThat(this.tickets.admit(altered(token, "abc", "abd"))).isNull();
		assertThat(this.tickets.admit(altered(token, "north", "south"))).isNull();
		assertThat(this.tickets.admit(altered(token, FROM, "+14155550124"))).isNull();
		assertThat(this.tickets.admit(altered(token, "\"line\"", "\"role\":\"admin\",\"line\""))).isNull();
		assertThat(this.tickets.admit(altered(token, "abc", "abc"))).isNotNull();
	}

	@Test
	void ticketEnds() {
		String token = token(this.tickets.connect(CALL, FROM, Map.of()));
		CallAdmission admission = admitted(this.tickets.admit(token));
		this.now = this.now.plusSeconds(61);
		assertThat(this.tickets.admit(token)).isNull();
		assertThat(this.tickets.use(admission)).isNull();
	}

	@Test
	void ticketOfAnotherSecretIsRefused() {
		assertThat(this.tickets.admit(token(tickets("KEY2").connect(CALL, FROM, Map.of())))).isNull();
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "%", "AAAA", "e30", "eyJjYWxsIjoidjM6YWJjLV8xIiwicGFyYW1ldGVycyI6W119" })
	void nonsenseIsRefused(@Nullable String token) {
		assertThat(this.tickets.admit(token)).isNull();
	}

	@Test
	void tokenThatIsTooLongIsNotRead() {
		assertThat(this.tickets.admit("e30".repeat(2000))).isNull();
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.tickets.connect(CALL, FROM, Map.of("long", "x".repeat(3000))))
			.withMessageContaining("4000");
	}

	@Test
	void repeatedWebhookLetsOneCallIn() {
		CallAdmission first = admitted(this.tickets.admit(token(this.tickets.connectOnce(CALL, FROM, Map.of()))));
		this.now = this.now.plusSeconds(5);
		CallAdmission second = admitted(this.tickets.admit(token(this.tickets.connectOnce(CALL, FROM, Map.of()))));
		assertThat(this.tickets.use(second)).isNotNull();
		assertThat(this.tickets.use(first)).isNull();
	}

	private TelnyxTickets tickets(String secret) {
		return new TelnyxTickets(secret, new TelnyxTickets.Stream("wss://voice.example.com/media", TelnyxCodec.PCMA),
				Duration.ofMinutes(1), () -> this.now, this.used);
	}

	private static String token(Map<String, Object> members) {
		return String.valueOf(members.get("stream_auth_token"));
	}

	private static String altered(String token, String from, String to) {
		String content = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
		assertThat(content).contains(from);
		return Base64.getUrlEncoder().encodeToString(content.replace(from, to).getBytes(StandardCharsets.UTF_8));
	}

	private static CallAdmission admitted(@Nullable CallAdmission admission) {
		assertThat(admission).isNotNull();
		return admission;
	}

}
