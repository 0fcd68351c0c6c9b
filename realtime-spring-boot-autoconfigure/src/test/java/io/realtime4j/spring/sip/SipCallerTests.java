package io.realtime4j.spring.sip;

import java.util.List;
import java.util.Map;

import io.realtime4j.spring.phone.PhoneCaller;
import io.realtime4j.webhook.CallIncoming;
import io.realtime4j.webhook.RealtimeCallIncoming;
import io.realtime4j.webhook.SipHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SipCaller}.
 */
class SipCallerTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "<sip:+14155550123@example.com>;tag=1 | +14155550123",
					"\"Desk, <North>\" <SIP:4155550123@example.com;user=phone> | 4155550123",
					"tel:+14155550123 | +14155550123", "sips:alice@example.com;tag=2 | sips:alice@example.com",
					"Alice <sip:alice@example.com:5061?x=y> | sip:alice@example.com:5061" })
	void callerIsWhoTheHeaderNames(String header, String from) {
		assertThat(SipCaller.of(call(new SipHeader("From", header))).claimedFrom()).isEqualTo(from);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"Anonymous\" <sip:anonymous@anonymous.invalid>;tag=1", "sip:anonymous@example.com", "",
			"nobody", "<>", "<mailto:alice@example.com>" })
	void callerWhoIsNotNamedIsUnknown(String header) {
		assertThat(SipCaller.of(call(new SipHeader("From", header))).claimedFrom()).isNull();
	}

	@Test
	void callerIsThatOfACarrier() {
		assertThat(SipCaller.of(call())).isEqualTo(new PhoneCaller("sip", "rtc_1", null, Map.of()));
		assertThat(SipCaller.of(call(new SipHeader("To", "<sip:proj_1@sip.example.com>"))).parameters())
			.containsExactly(Map.entry("to", "sip:proj_1@sip.example.com"));
		assertThat(SipCaller.of(call(new SipHeader("From", "sip:" + "1".repeat(2000)))).claimedFrom()).isNull();
	}

	private static CallIncoming call(SipHeader... headers) {
		return new RealtimeCallIncoming(null, null, "rtc_1", List.of(headers), null);
	}

}
