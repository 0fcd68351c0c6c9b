package io.realtime4j.spring.phone.vonage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.realtime4j.spring.phone.PhoneCaller;
import io.realtime4j.spring.phone.engine.CallAdmission;
import io.realtime4j.spring.webhook.InMemoryWebhookIds;
import io.realtime4j.spring.webhook.WebhookIds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link VonageTickets}.
 */
class VonageTicketsTests {

	private static final String CALL = "aaaaaaaa-bbbb-cccc-dddd-0123456789ab";

	private static final String FROM = "447700900000";

	private Instant now = Instant.parse("2026-11-28T12:00:00Z");

	private final WebhookIds used = new InMemoryWebhookIds(() -> this.now);

	private final VonageTickets tickets = tickets("secret");

	@Test
	void actionConnectsTheWebSocket() {
		JsonNode action = JsonMapper.shared().valueToTree(this.tickets.connect(CALL, FROM, Map.of()));
		assertThat(action.path("action").stringValue()).isEqualTo("connect");
		assertThat(action.path("eventType").stringValue()).isEqualTo("synchronous");
		assertThat(action.path("eventUrl").path(0).stringValue()).isEqualTo("https://voice.example.com/events");
		JsonNode endpoint = action.path("endpoint").path(0);
		assertThat(endpoint.path("type").stringValue()).isEqualTo("websocket");
		assertThat(endpoint.path("uri").stringValue()).isEqualTo("wss://voice.example.com/media");
		assertThat(endpoint.path("content-type").stringValue()).isEqualTo("audio/l16;rate=16000");
		assertThat(endpoint.path("authorization").path("type").stringValue()).isEqualTo("custom");
		assertThat(endpoint.path("authorization").path("value").stringValue()).startsWith("Bearer ");
	}

	@Test
	void ticketLetsItsCallInOnceOnAnyNode() {
		String token = token(this.tickets.connect(CALL, FROM, Map.of("line", "north")));
		CallAdmission admission = admitted(tickets("secret").admit(token));
		assertThat(this.tickets.use(admission))
			.isEqualTo(new PhoneCaller("vonage", CALL, FROM, Map.of("line", "north")));
		assertThat(this.tickets.use(admission)).isNull();
	}

	@Test
	void ticketOfAnotherSecretOrTooOldIsRefused() {
		assertThat(this.tickets.admit(token(tickets("other").connect(CALL, FROM, Map.of())))).isNull();
		String token = token(this.tickets.connect(CALL, FROM, Map.of()));
		this.now = this.now.plusSeconds(61);
		assertThat(this.tickets.admit(token)).isNull();
	}

	@Test
	void repeatedWebhookLetsOneCallIn() {
		CallAdmission first = admitted(this.tickets.admit(token(this.tickets.connectOnce(CALL, FROM, Map.of()))));
		CallAdmission second = admitted(this.tickets.admit(token(this.tickets.connectOnce(CALL, FROM, Map.of()))));
		assertThat(this.tickets.use(second)).isNotNull();
		assertThat(this.tickets.use(first)).isNull();
	}

	@Test
	void parametersThatAreTooLongAreRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.tickets.connect(CALL, FROM, Map.of("long", "x".repeat(3000))))
			.withMessageContaining("4000");
	}

	private VonageTickets tickets(String secret) {
		return new VonageTickets(secret,
				new VonageTickets.Stream("wss://voice.example.com/media", "https://voice.example.com/events", 16_000),
				Duration.ofMinutes(1), () -> this.now, this.used);
	}

	static String token(Map<String, Object> action) {
		Map<?, ?> endpoint = (Map<?, ?>) ((List<?>) action.get("endpoint")).get(0);
		Object value = ((Map<?, ?>) endpoint.get("authorization")).get("value");
		return String.valueOf(value).substring(VonageTickets.SCHEME.length());
	}

	private static CallAdmission admitted(@Nullable CallAdmission admission) {
		assertThat(admission).isNotNull();
		return admission;
	}

}
