package io.realtime4j.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link WebhookVerifier}.
 */
class WebhookVerifierTests {

	private static final String SECRET = "whsec_cmVhbHRpbWU0ai1vZi10aGUtZnJvbnQtZGVzaw==";

	private static final Instant NOW = Instant.ofEpochSecond(1_764_300_000);

	private static final byte[] BODY = "{\"type\":\"realtime.call.incoming\"}".getBytes(StandardCharsets.UTF_8);

	private final WebhookVerifier verifier = verifier(SECRET, NOW);

	@Test
	void signedRequestIsVerified() {
		assertThat(this.verifier.verify(headers("msg_1", NOW, sign(SECRET, "msg_1", NOW)), BODY)).isEqualTo("msg_1");
	}

	@Test
	void otherBodyIsRefused() {
		byte[] other = "{\"type\":\"realtime.call.incoming\" }".getBytes(StandardCharsets.UTF_8);
		assertRefused(WebhookException.Reason.SIGNATURE, headers("msg_1", NOW, sign(SECRET, "msg_1", NOW)), other);
	}

	@Test
	void signatureOfOtherIdIsRefused() {
		assertRefused(WebhookException.Reason.SIGNATURE, headers("msg_2", NOW, sign(SECRET, "msg_1", NOW)), BODY);
	}

	@Test
	void signatureOfOtherSecretIsRefused() {
		String other = "whsec_" + Base64.getEncoder().encodeToString("another".getBytes(StandardCharsets.UTF_8));
		assertRefused(WebhookException.Reason.SIGNATURE, headers("msg_1", NOW, sign(other, "msg_1", NOW)), BODY);
	}

	@ParameterizedTest
	@ValueSource(longs = { -300, -299, 0, 299, 300 })
	void timeWithinToleranceIsAccepted(long seconds) {
		Instant time = NOW.plusSeconds(seconds);
		assertThat(this.verifier.verify(headers("msg_1", time, sign(SECRET, "msg_1", time)), BODY)).isEqualTo("msg_1");
	}

	@ParameterizedTest
	@ValueSource(longs = { -301, 301, -1_764_300_000 })
	void timeOutOfToleranceIsRefused(long seconds) {
		Instant time = NOW.plusSeconds(seconds);
		assertRefused(WebhookException.Reason.TIMESTAMP, headers("msg_1", time, sign(SECRET, "msg_1", time)), BODY);
	}

	@Test
	void anyOfSeveralSignaturesSuffices() {
		String signatures = "v1a,abc v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= " + sign(SECRET, "msg_1", NOW);
		assertThat(this.verifier.verify(headers("msg_1", NOW, signatures), BODY)).isEqualTo("msg_1");
	}

	@Test
	void onlySomeOfVeryManySignaturesAreTried() {
		String wrong = IntStream.range(0, 16)
			.mapToObj((i) -> "v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
			.collect(Collectors.joining(" "));
		assertRefused(WebhookException.Reason.SIGNATURE,
				headers("msg_1", NOW, wrong + " " + sign(SECRET, "msg_1", NOW)), BODY);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "-,1764300000,v1", "msg_1,-,v1", "msg_1,1764300000,-", "'',1764300000,v1",
			"msg_1,soon,v1", "msg_1,-1764300000,v1", "msg_1,1764300000.5,v1", "msg_1,9999999999999999999,v1" })
	void requestWithoutProperHeadersIsRefused(@Nullable String id, @Nullable String timestamp,
			@Nullable String signature) {
		assertRefused(WebhookException.Reason.HEADERS, new WebhookHeaders(id, timestamp, signature), BODY);
	}

	@Test
	void headersOfAnyLengthAreRefused() {
		assertRefused(WebhookException.Reason.HEADERS,
				headers("m".repeat(10_000), NOW, sign(SECRET, "m".repeat(10_000), NOW)), BODY);
		assertRefused(WebhookException.Reason.HEADERS,
				headers("msg_1", NOW, "v1,abc ".repeat(10_000) + sign(SECRET, "msg_1", NOW)), BODY);
	}

	@Test
	void secretWithoutPrefixIsTakenAsTextAndAsBase64() {
		String base64 = SECRET.substring("whsec_".length());
		String asText = "whsec_" + Base64.getEncoder().encodeToString(base64.getBytes(StandardCharsets.UTF_8));
		WebhookVerifier plain = verifier(base64, NOW);
		assertThat(plain.verify(headers("msg_1", NOW, sign(SECRET, "msg_1", NOW)), BODY)).isEqualTo("msg_1");
		assertThat(plain.verify(headers("msg_1", NOW, sign(asText, "msg_1", NOW)), BODY)).isEqualTo("msg_1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "whsec_", "whsec_not base64" })
	void uselessSecretIsRefusedWithoutNamingIt(String secret) {
		assertThatIllegalArgumentException().isThrownBy(() -> verifier(secret, NOW))
			.withMessage("The secret of the webhook must be whsec_ and the key in Base64");
	}

	@Test
	void peerAgreesOnGeneratedRequests() throws Exception {
		Webhook peer = new Webhook(SECRET);
		Instant now = Instant.now();
		WebhookVerifier ours = verifier(SECRET, now);
		Random random = new Random(42);
		for (int i = 0; i < 500; i++) {
			String body = "{\"type\":\"é" + random.nextInt() + "\"}";
			String signature = peer.sign("msg_" + i, now.getEpochSecond(), body);
			if (random.nextBoolean()) {
				signature = "v1," + mutated(signature.substring(3), random);
			}
			WebhookHeaders headers = headers("msg_" + i, now, signature);
			assertThat(accepts(ours, headers, body)).as(signature).isEqualTo(accepts(peer, headers, body));
		}
	}

	private static String mutated(String signature, Random random) {
		int at = random.nextInt(signature.length());
		return signature.substring(0, at) + (char) ('A' + random.nextInt(26)) + signature.substring(at + 1);
	}

	private static boolean accepts(WebhookVerifier verifier, WebhookHeaders headers, String body) {
		try {
			verifier.verify(headers, body.getBytes(StandardCharsets.UTF_8));
			return true;
		}
		catch (WebhookException ex) {
			return false;
		}
	}

	private static boolean accepts(Webhook peer, WebhookHeaders headers, String body) {
		try {
			peer.verify(body,
					Map.of(WebhookHeaders.ID, List.of(String.valueOf(headers.id())), WebhookHeaders.TIMESTAMP,
							List.of(String.valueOf(headers.timestamp())), WebhookHeaders.SIGNATURE,
							List.of(String.valueOf(headers.signature()))));
			return true;
		}
		catch (WebhookVerificationException ex) {
			return false;
		}
	}

	private static WebhookVerifier verifier(String secret, Instant now) {
		return new WebhookVerifier(secret, Duration.ofSeconds(300), () -> now);
	}

	private static WebhookHeaders headers(String id, Instant time, String signature) {
		return new WebhookHeaders(id, String.valueOf(time.getEpochSecond()), signature);
	}

	private static String sign(String secret, String id, Instant time) {
		try {
			return new Webhook(secret).sign(id, time.getEpochSecond(), new String(BODY, StandardCharsets.UTF_8));
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void assertRefused(WebhookException.Reason reason, WebhookHeaders headers, byte[] body) {
		assertThatExceptionOfType(WebhookException.class).isThrownBy(() -> this.verifier.verify(headers, body))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(reason));
	}

}
