package io.realtime4j.spring.phone.vonage;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

import io.realtime4j.spring.phone.engine.Hmac;
import io.realtime4j.spring.webhook.WebhookReceiver;
import io.realtime4j.webhook.WebhookException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link VonageEvents} and {@link VonageSignature}.
 */
class VonageEventsTests {

	private static final String SECRET = "a-signature-secret";

	private static final String APPLICATION = "78d335fa-323d-0114-9c3d-d6f0d48968cf";

	private static final String CALL = "aaaaaaaa-bbbb-cccc-dddd-0123456789ab";

	private static final String BODY = "{\"from\":\"447700900000\",\"to\":\"442079460000\",\"uuid\":\"" + CALL + "\"}";

	private static final String HASH = "8f28645ff28ec295bf3d51b948e58ddf49bf31bb46a47282f91437c8afa22cbf";

	private static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";

	private static final String CLAIMS = "{\"iat\":1764300000,\"jti\":\"c5ba8f24-1a14-4c10-bfdf-3fbe8ce511b5\","
			+ "\"iss\":\"Vonage\",\"payload_hash\":\"" + HASH + "\",\"api_key\":\"abcdef01\",\"application_id\":\""
			+ APPLICATION + "\"}";

	/**
	 * The claims above, signed by another implementation.
	 */
	private static final String VECTOR = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpYXQiOjE3NjQzMDAwMDAsImp0aSI6ImM1YmE4ZjI0LTFhMTQ"
			+ "tNGMxMC1iZmRmLTNmYmU4Y2U1MTFiNSIsImlzcyI6IlZvbmFnZSIsInBheWxvYWRfaGFzaCI6IjhmMjg2NDVmZjI"
			+ "4ZWMyOTViZjNkNTFiOTQ4ZTU4ZGRmNDliZjMxYmI0NmE0NzI4MmY5MTQzN2M4YWZhMjJjYmYiLCJhcGlfa2V5Ijo"
			+ "iYWJjZGVmMDEiLCJhcHBsaWNhdGlvbl9pZCI6Ijc4ZDMzNWZhLTMyM2QtMDExNC05YzNkLWQ2ZjBkNDg5NjhjZiJ"
			+ "9.UKrI_im_RcvfMzRZcPZzMlf8WXqDJyojMBGE2Xbus7o";

	private Instant now = Instant.ofEpochSecond(1764300000);

	@Test
	void webhookThatVonageSignedIsRead() {
		WebhookReceiver.Delivery<VonageEvent> delivery = read("Bearer " + VECTOR, BODY);
		assertThat(delivery.id()).isEqualTo("vonage:c5ba8f24-1a14-4c10-bfdf-3fbe8ce511b5");
		assertThat(delivery.event()).isEqualTo(new VonageEvent(CALL, "", "447700900000", "442079460000", "", Map.of()));
		assertThat(delivery.event().toString()).doesNotContain("4477");
	}

	@Test
	void headersOfSipAreTold() {
		JsonNode content = JsonMapper.shared()
			.readTree("{\"from\":\"1\",\"SipHeader_X-Queue\":\"north\",\"SipHeader_\":\"x\",\"SipHeader_X-Number\":5,"
					+ "\"SipHeader_X y\":\"z\",\"Other\":\"o\"}");
		assertThat(VonageEvents.sipHeaders(content)).containsExactly(Map.entry("SipHeader_X-Queue", "north"));
	}

	@Test
	void headersOfSipBeyondTheirBoundAreLeftOut() {
		JsonNode content = JsonMapper.shared()
			.readTree("{\"SipHeader_X-A\":\"a\",\"SipHeader_X-B\":\"" + "b".repeat(1000) + "\"}");
		assertThat(VonageEvents.sipHeaders(content)).containsOnlyKeys("SipHeader_X-A");
	}

	@Test
	void webhookOfSomebodyElseIsRefused() {
		assertRefused("Bearer " + VECTOR, BODY.replace("4477", "4478"), WebhookException.Reason.SIGNATURE);
		assertRefused("Bearer " + VECTOR + "A", BODY, WebhookException.Reason.SIGNATURE);
		assertRefused("Bearer " + sign("another-secret", HEADER, CLAIMS), BODY, WebhookException.Reason.SIGNATURE);
		assertRefused("Bearer " + VECTOR.substring(0, VECTOR.lastIndexOf('.')) + ".AAAA", BODY,
				WebhookException.Reason.SIGNATURE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"alg\":\"none\"}", "{\"alg\":\"HS512\"}", "{\"alg\":\"RS256\"}", "{}", "[]",
			"{\"alg\":\"HS256\",\"crit\":[\"x\"]}" })
	void tokenOfAnotherKindIsRefused(String header) {
		assertRefused("Bearer " + sign(SECRET, header, CLAIMS), BODY, WebhookException.Reason.SIGNATURE);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "\"iss\":\"Vonage\" | \"iss\":\"Somebody\" | SIGNATURE", "\"iss\":\"Vonage\", | '' | SIGNATURE",
					"78d335fa | 78d335fb | SIGNATURE", "application_id | application | SIGNATURE",
					"payload_hash | hash | SIGNATURE", "\"iat\":1764300000, | '' | HEADERS",
					"\"iat\":1764300000 | \"iat\":\"1764300000\" | HEADERS",
					"\"iat\":1764300000 | \"iat\":1764300000.5 | HEADERS", "\"iat\":1764300000 | \"iat\":-1 | HEADERS",
					"\"iat\":1764300000 | \"iat\":1764300000,\"exp\":1764300000 | TIMESTAMP", "jti | j | HEADERS",
					"c5ba8f24 | c5:ba | HEADERS" })
	void tokenThatSaysSomethingElseIsRefused(String said, String instead, WebhookException.Reason reason) {
		assertThat(CLAIMS).contains(said);
		assertRefused("Bearer " + sign(SECRET, HEADER, CLAIMS.replace(said, instead)), BODY, reason);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Bearer", "Bearer ", "Bearer a.b", "Bearer a.b.c.d", "Bearer %.%.%", "Basic YTpi",
			"Bearer a.b.c" })
	void headerThatIsNoTokenIsRefused(String authorization) {
		assertThatExceptionOfType(WebhookException.class).isThrownBy(() -> read(authorization, BODY));
		assertRefused("Bearer " + "a.b.c".repeat(1000), BODY, WebhookException.Reason.HEADERS);
		assertRefused(null, BODY, WebhookException.Reason.HEADERS);
	}

	@Test
	void tokenThatCannotBeReadIsRefusedEvenIfItIsSigned() {
		assertRefused("Bearer " + sign(SECRET, "no json", CLAIMS), BODY, WebhookException.Reason.HEADERS);
		assertRefused("Bearer " + sign(SECRET, HEADER, "no json"), BODY, WebhookException.Reason.HEADERS);
	}

	@Test
	void webhookIsGoodForItsTime() {
		this.now = Instant.ofEpochSecond(1764300000 + 300);
		assertThat(read("Bearer " + VECTOR, BODY)).isNotNull();
		this.now = Instant.ofEpochSecond(1764300000 - 300);
		assertThat(read("Bearer " + VECTOR, BODY)).isNotNull();
		this.now = Instant.ofEpochSecond(1764300000 + 301);
		assertRefused("Bearer " + VECTOR, BODY, WebhookException.Reason.TIMESTAMP);
		this.now = Instant.ofEpochSecond(1764300000 - 301);
		assertRefused("Bearer " + VECTOR, BODY, WebhookException.Reason.TIMESTAMP);
	}

	@Test
	void applicationThatIsNotConfiguredMayBeAny() {
		VonageEvents events = new VonageEvents(
				new VonageSignature(SECRET, null, Duration.ofMinutes(5), () -> this.now));
		String other = CLAIMS.replace("78d335fa", "78d335fb");
		Map<String, String> headers = Map.of("Authorization", "Bearer " + sign(SECRET, HEADER, other));
		assertThat(events.read(headers::get, BODY.getBytes(StandardCharsets.UTF_8)).event().callId()).isEqualTo(CALL);
	}

	private void assertRefused(@Nullable String authorization, String body, WebhookException.Reason reason) {
		assertThatExceptionOfType(WebhookException.class).isThrownBy(() -> read(authorization, body))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(reason));
	}

	private WebhookReceiver.Delivery<VonageEvent> read(@Nullable String authorization, String body) {
		VonageEvents events = new VonageEvents(
				new VonageSignature(SECRET, APPLICATION, Duration.ofMinutes(5), () -> this.now));
		Map<String, String> headers = (authorization != null) ? Map.of("Authorization", authorization) : Map.of();
		return events.read(headers::get, body.getBytes(StandardCharsets.UTF_8));
	}

	private static String sign(String secret, String header, String claims) {
		Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
		String content = base64.encodeToString(header.getBytes(StandardCharsets.UTF_8)) + "."
				+ base64.encodeToString(claims.getBytes(StandardCharsets.UTF_8));
		return content + "." + base64.encodeToString(Hmac.sign("HmacSHA256", secret, content));
	}

}
