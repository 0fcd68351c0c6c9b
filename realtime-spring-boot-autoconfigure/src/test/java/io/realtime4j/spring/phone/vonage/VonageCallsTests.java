package io.realtime4j.spring.phone.vonage;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

import io.realtime4j.spring.phone.engine.CommandRecorder;
import io.realtime4j.spring.phone.engine.TransferTarget;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link VonageCalls}.
 */
@ExtendWith(OutputCaptureExtension.class)
class VonageCallsTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final Instant NOW = Instant.ofEpochSecond(1764300000);

	private static final String APPLICATION = "78d335fa-323d-0114-9c3d-d6f0d48968cf";

	private static final KeyPair KEYS = keys("RSA", 2048);

	private final CommandRecorder api = new CommandRecorder();

	private final VonageCalls calls = new VonageCalls(this.api.url(), APPLICATION, KEYS.getPrivate(), () -> NOW);

	@AfterEach
	void stop() {
		this.api.close();
	}

	@Test
	void callIsHungUpByACommandThatTheApplicationSigns() throws GeneralSecurityException {
		assertThat(this.calls.hangUp("call-1")).succeedsWithin(PATIENCE);
		assertThat(this.api.command()).isEqualTo("PUT /v1/calls/call-1 {\"action\":\"hangup\"}");
		assertThat(this.api.authorization()).startsWith("Bearer ");
		String[] token = this.api.authorization().substring("Bearer ".length()).split("\\.");
		Signature verifier = Signature.getInstance("SHA256withRSA");
		verifier.initVerify(KEYS.getPublic());
		verifier.update((token[0] + "." + token[1]).getBytes(StandardCharsets.US_ASCII));
		assertThat(verifier.verify(Base64.getUrlDecoder().decode(token[2]))).isTrue();
		assertThat(json(token[0]).path("alg").stringValue()).isEqualTo("RS256");
		JsonNode claims = json(token[1]);
		assertThat(claims.path("application_id").stringValue()).isEqualTo(APPLICATION);
		assertThat(claims.path("iat").longValue()).isEqualTo(NOW.getEpochSecond());
		assertThat(claims.path("exp").longValue()).isEqualTo(NOW.getEpochSecond() + 60);
		assertThat(claims.path("jti").stringValue()).isNotEmpty();
	}

	@Test
	void callIsTransferredByAnotherNcco() {
		assertThat(this.calls.transfer("call-1", "14155550199", TransferTarget.of(URI.create("tel:+14155550142"))))
			.succeedsWithin(PATIENCE);
		assertThat(this.api.command()).isEqualTo("PUT /v1/calls/call-1 {\"action\":\"transfer\",\"destination\":"
				+ "{\"type\":\"ncco\",\"ncco\":[{\"action\":\"connect\",\"from\":\"14155550199\","
				+ "\"endpoint\":[{\"type\":\"phone\",\"number\":\"14155550142\"}]}]}}");
		assertThat(this.calls.transfer("call-1", null, TransferTarget.of(URI.create("sip:desk@pbx.example.com"))))
			.succeedsWithin(PATIENCE);
		assertThat(this.api.command()).contains(
				"{\"action\":\"connect\",\"endpoint\":[{\"type\":\"sip\",\"uri\":\"sip:desk@pbx.example.com\"}]}");
	}

	@Test
	void everyCommandHasATokenOfItsOwn() {
		assertThat(this.calls.hangUp("call-1")).succeedsWithin(PATIENCE);
		String first = this.api.authorization();
		assertThat(this.calls.hangUp("call-1")).succeedsWithin(PATIENCE);
		assertThat(this.api.authorization()).isNotEqualTo(first);
	}

	@Test
	void callThatIsOverIsNoProblem(CapturedOutput output) {
		this.api.answer(404, "{}");
		assertThat(this.calls.hangUp("call-2")).succeedsWithin(PATIENCE);
		assertThat(output).doesNotContain("call-2");
	}

	@Test
	void commandThatIsNotTakenIsNamedWithoutTheToken(CapturedOutput output) {
		this.api.answer(401, "{}");
		assertThat(this.calls.hangUp("call-3")).succeedsWithin(PATIENCE);
		assertThat(output).contains("Call call-3 could not be hung up, and ends with its stream: status 401")
			.doesNotContain("Bearer");
	}

	@Test
	void keyThatCannotSignIsRefused() {
		KeyPair elliptic = keys("EC", 256);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new VonageCalls(this.api.url(), APPLICATION, elliptic.getPrivate(), () -> NOW));
	}

	private static JsonNode json(String part) {
		return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(part));
	}

	private static KeyPair keys(String algorithm, int size) {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
			generator.initialize(size);
			return generator.generateKeyPair();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
