package io.realtime4j.spring.phone.telnyx;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.realtime4j.spring.webhook.WebhookReceiver;
import io.realtime4j.webhook.WebhookException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link TelnyxEvents} and {@link TelnyxSignature}.
 */
class TelnyxEventsTests {

	private static final String KEY = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

	private static final String BODY = "{\"data\":{\"event_type\":\"call.initiated\",\"id\":\"ev_1\",\"payload\":"
			+ "{\"call_control_id\":\"v3:abc-_1\",\"direction\":\"incoming\",\"from\":\"+14155550123\","
			+ "\"to\":\"+14155550199\"}}}";

	private static final String SIGNATURE = "X0H1UZuugkv4B8SElwOme4vjthtizZfM8tY62ReTJHhM9W3O6ypFRM5CQlQTXmzic2sC0hPJ"
			+ "O+2P/9K1l+LuAw==";

	private static final long TIME = 1764300000;

	private Instant now = Instant.ofEpochSecond(TIME);

	private final TelnyxEvents events = new TelnyxEvents(
			new TelnyxSignature(KEY, Duration.ofMinutes(5), () -> this.now));

	@Test
	void webhookThatTelnyxSignedIsRead() {
		WebhookReceiver.Delivery<TelnyxEvent> delivery = read(String.valueOf(TIME), SIGNATURE, BODY);
		assertThat(delivery.id()).isEqualTo("telnyx:ev_1");
		assertThat(delivery.event())
			.isEqualTo(new TelnyxEvent("call.initiated", "v3:abc-_1", true, "+14155550123", "+14155550199", null));
		assertThat(delivery.event().toString()).doesNotContain("+1415");
	}

	@Test
	void webhookOfSomebodyElseIsRefused() {
		assertRefused(String.valueOf(TIME), SIGNATURE, BODY.replace("123", "124"), WebhookException.Reason.SIGNATURE);
		assertRefused(String.valueOf(TIME + 1), SIGNATURE, BODY, WebhookException.Reason.SIGNATURE);
		assertRefused(String.valueOf(TIME), SIGNATURE.replace('X', 'Y'), BODY, WebhookException.Reason.SIGNATURE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "AAAA", "%", "=======================================================" })
	void signatureThatIsNoneIsRefused(String signature) {
		assertRefused(String.valueOf(TIME), signature, BODY, WebhookException.Reason.SIGNATURE);
		assertRefused(String.valueOf(TIME), "%".repeat(88), BODY, WebhookException.Reason.SIGNATURE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "now", "-1", "1764300000000", "99999999999999999999" })
	void timeThatIsNoneIsRefused(String timestamp) {
		assertThatExceptionOfType(WebhookException.class).isThrownBy(() -> read(timestamp, SIGNATURE, BODY));
	}

	@Test
	void webhookIsGoodForItsTime() {
		this.now = Instant.ofEpochSecond(TIME + 300);
		assertThat(read(String.valueOf(TIME), SIGNATURE, BODY)).isNotNull();
		this.now = Instant.ofEpochSecond(TIME - 300);
		assertThat(read(String.valueOf(TIME), SIGNATURE, BODY)).isNotNull();
		this.now = Instant.ofEpochSecond(TIME + 301);
		assertRefused(String.valueOf(TIME), SIGNATURE, BODY, WebhookException.Reason.TIMESTAMP);
		this.now = Instant.ofEpochSecond(TIME - 301);
		assertRefused(String.valueOf(TIME), SIGNATURE, BODY, WebhookException.Reason.TIMESTAMP);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "AAAA", "no Base64!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" })
	void keyThatIsNoneIsNamed(String key) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new TelnyxSignature(key, Duration.ofMinutes(5), () -> this.now));
	}

	private void assertRefused(String timestamp, String signature, String body, WebhookException.Reason reason) {
		assertThatExceptionOfType(WebhookException.class).isThrownBy(() -> read(timestamp, signature, body))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(reason));
	}

	private WebhookReceiver.Delivery<TelnyxEvent> read(String timestamp, String signature, String body) {
		return this.events.read(Map.of("telnyx-timestamp", timestamp, "telnyx-signature-ed25519", signature)::get,
				body.getBytes(StandardCharsets.UTF_8));
	}

}
