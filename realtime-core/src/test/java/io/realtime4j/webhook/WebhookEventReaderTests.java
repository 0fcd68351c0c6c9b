package io.realtime4j.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link WebhookEventReader}.
 */
class WebhookEventReaderTests {

	private final WebhookEventReader reader = new WebhookEventReader();

	@Test
	void incomingCallIsTyped() {
		WebhookEvent event = read("""
				{"id":"evt_1","object":"event","created_at":1764300000,"type":"realtime.call.incoming","data":{
				"call_id":"rtc_1","sip_headers":[{"name":"From","value":"sip:+14155550123@example.com"},
				{"name":"X-Tenant","value":"a"},{"name":"x-tenant","value":"b"}],"sip_media_security":"srtp"}}""");
		assertThat(event).isInstanceOfSatisfying(RealtimeCallIncoming.class, (call) -> {
			assertThat(call.id()).isEqualTo("evt_1");
			assertThat(call.type()).isEqualTo("realtime.call.incoming");
			assertThat(call.createdAt()).isEqualTo(Instant.ofEpochSecond(1_764_300_000));
			assertThat(call.callId()).isEqualTo("rtc_1");
			assertThat(call.sipHeaders()).hasSize(3);
			assertThat(call.sipHeader("from")).isEqualTo("sip:+14155550123@example.com");
			assertThat(call.sipHeader("X-TENANT")).isEqualTo("a");
			assertThat(call.sipHeader("To")).isNull();
			assertThat(call.sipMediaSecurity()).isEqualTo("srtp");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "live.transport.incoming", "live.call.incoming" })
	void incomingCallOfALiveSessionIsTypedByEitherName(String type) {
		WebhookEvent event = read("{\"id\":\"evt_1\",\"type\":\"" + type + "\",\"data\":{\"type\":\"sip\","
				+ "\"session_id\":\"live_1\",\"sip_headers\":[{\"name\":\"From\",\"value\":\"+14155550123\"}]}}");
		assertThat(event).isInstanceOfSatisfying(LiveTransportIncoming.class, (call) -> {
			assertThat(call.type()).isEqualTo("live.transport.incoming");
			assertThat(call.sessionId()).isEqualTo("live_1");
			assertThat(call.callId()).isEqualTo("live_1");
			assertThat(call.sipHeader("from")).isEqualTo("+14155550123");
			assertThat(call).asString().contains("live_1").doesNotContain("14155550123");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"type\":\"realtime.call.incoming\",\"data\":{\"call_id\":\"rtc_1\"}}",
			"{\"id\":7,\"created_at\":\"x\",\"type\":\"realtime.call.incoming\",\"data\":{\"call_id\":\"rtc_1\","
					+ "\"sip_headers\":[{\"name\":\"From\"},3,null,{\"value\":\"v\"}],\"sip_media_security\":{}}}",
			"{\"created_at\":9223372036854775807,\"type\":\"realtime.call.incoming\",\"data\":"
					+ "{\"call_id\":\"rtc_1\",\"sip_headers\":\"none\"}}" })
	void callStaysTypedWhateverElseIsMissing(String body) {
		assertThat(read(body)).isEqualTo(new RealtimeCallIncoming(null, null, "rtc_1", List.of(), null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"type\":\"response.completed\",\"data\":{\"id\":\"resp_1\"}}",
			"{\"type\":\"live.transport.incoming\",\"data\":{\"call_id\":\"live_1\"}}",
			"{\"type\":\"realtime.call.incoming\",\"data\":{}}",
			"{\"type\":\"realtime.call.incoming\",\"data\":{\"call_id\":\" \"}}" })
	void otherEventsKeepTheirJson(String body) {
		assertThat(read(body)).isInstanceOfSatisfying(UnknownWebhookEvent.class,
				(event) -> assertThat(event.json().toString()).isEqualTo(body));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "[]", "7", "{}", "{\"type\":null}", "{\"type\":1}", "not json",
			"{\"type\":\"a\",\"type\":\"b\"}" })
	void whatIsNoEventIsRefused(String body) {
		assertThatExceptionOfType(WebhookException.class).isThrownBy(() -> read(body))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(WebhookException.Reason.BODY));
	}

	@Test
	void textShowsNoPhoneNumber() {
		WebhookEvent event = read("{\"type\":\"realtime.call.incoming\",\"data\":{\"call_id\":\"rtc_1\","
				+ "\"sip_headers\":[{\"name\":\"From\",\"value\":\"+14155550123\"}]}}");
		assertThat(event).asString().contains("rtc_1").doesNotContain("14155550123");
		assertThat(read("{\"type\":\"x\",\"data\":\"+14155550123\"}")).asString().doesNotContain("14155550123");
	}

	private WebhookEvent read(String body) {
		return this.reader.read(body.getBytes(StandardCharsets.UTF_8));
	}

}
