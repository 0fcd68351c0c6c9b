package io.realtime4j.spring.phone.twilio;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TwilioSignature}.
 */
class TwilioSignatureTests {

	private static final String STREAM = "PGLrn08/Ba1sEIuSwPQRBPD54PA=";

	private static final String VOICE = "SMYo2VO3Y39+W9sje9DSdeKLbcQ=";

	private static final Map<String, List<String>> FORM = Map.of("To", List.of("+18005551212"), "CallSid",
			List.of("CA1234567890ABCDE"), "Digits", List.of("1234"), "Caller", List.of("+14158675309"), "From",
			List.of("+14158675309"));

	private final TwilioSignature signature = new TwilioSignature("12345");

	@ParameterizedTest
	@ValueSource(strings = { "wss://voice.example.com/twilio/media", "wss://voice.example.com:443/twilio/media" })
	void streamIsSignedByItsAddressWithOrWithoutItsPort(String url) {
		assertThat(this.signature.matches(STREAM, url, Map.of())).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "wss://voice.example.com:8443/twilio/media", "wss://voice.example.org/twilio/media",
			"wss://voice.example.com/twilio/media?", "https://voice.example.com/twilio/media" })
	void streamOfAnotherAddressIsNotSigned(String url) {
		assertThat(this.signature.matches(STREAM, url, Map.of())).isFalse();
	}

	@Test
	void formIsSignedInTheOrderOfItsNames() {
		assertThat(this.signature.matches(VOICE, "https://voice.example.com/twilio/voice", FORM)).isTrue();
		assertThat(this.signature.matches(VOICE, "https://voice.example.com/twilio/voice", Map.of())).isFalse();
		assertThat(this.signature.matches(null, "https://voice.example.com/twilio/voice", FORM)).isFalse();
		assertThat(new TwilioSignature("12346").matches(VOICE, "https://voice.example.com/twilio/voice", FORM))
			.isFalse();
	}

}
