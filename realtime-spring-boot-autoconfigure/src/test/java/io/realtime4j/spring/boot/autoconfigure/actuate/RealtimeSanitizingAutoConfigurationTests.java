package io.realtime4j.spring.boot.autoconfigure.actuate;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RealtimeSanitizingAutoConfiguration}.
 */
class RealtimeSanitizingAutoConfigurationTests {

	private final SanitizingFunction function = new RealtimeSanitizingAutoConfiguration().realtimeSanitizingFunction();

	@ParameterizedTest
	@ValueSource(strings = { "realtime.api-key", "REALTIME_APIKEY", "realtime.webhook.secret",
			"realtime.twilio.auth-token", "realtime.twilio.authToken", "REALTIME_TWILIO_AUTHTOKEN",
			"realtime.telnyx.api-key", "realtime.telnyx.apiKey", "REALTIME_TELNYX_APIKEY",
			"realtime.vonage.signature-secret", "realtime.vonage.signatureSecret", "REALTIME_VONAGE_SIGNATURESECRET",
			"realtime.vonage.private-key", "realtime.vonage.privateKey", "REALTIME_VONAGE_PRIVATEKEY" })
	void secretIsHidden(String key) {
		assertThat(sanitized(key)).isEqualTo(SanitizableData.SANITIZED_VALUE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "realtime.twilio.public-url", "realtime.telnyx.public-key", "realtime.telnyx.api-url",
			"realtime.vonage.application-id", "realtime.session.voice" })
	void whatIsNoSecretIsShown(String key) {
		assertThat(sanitized(key)).isEqualTo("CANARY");
	}

	private Object sanitized(String key) {
		return this.function.apply(new SanitizableData(null, key, "CANARY")).getValue();
	}

}
