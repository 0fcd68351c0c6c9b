package io.realtime4j.spring.phone.telnyx;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

import io.realtime4j.spring.phone.PhoneCaller;
import io.realtime4j.spring.phone.engine.CarrierMessage;
import io.realtime4j.spring.webhook.InMemoryWebhookIds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.socket.WebSocketSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link TelnyxDialect}.
 */
@ExtendWith(OutputCaptureExtension.class)
class TelnyxDialectTests {

	private static final String CALL = "v3:abc-_1";

	private final TelnyxTickets tickets = new TelnyxTickets("KEY1",
			new TelnyxTickets.Stream("wss://voice.example.com/media", TelnyxCodec.PCMU), Duration.ofMinutes(1),
			InstantSource.system(), new InMemoryWebhookIds(InstantSource.system()));

	private final TelnyxDialect dialect = dialect();

	@Test
	void callStartsWithWhatItsTicketSays() {
		assertThat(start()).isEqualTo(
				new CarrierMessage.Start(new PhoneCaller("telnyx", CALL, "+14155550123", Map.of("line", "north"))));
	}

	@Test
	void audioTellsItsPlace() {
		assertThat(this.dialect.read("{\"event\":\"media\",\"stream_id\":\"x\",\"media\":{\"track\":\"inbound\","
				+ "\"chunk\":\"7\",\"timestamp\":\"140\",\"payload\":\"AAAA\"}}"))
			.isInstanceOfSatisfying(CarrierMessage.Media.class, (media) -> {
				assertThat(media.chunk()).isEqualTo(7);
				assertThat(media.timestampMillis()).isEqualTo(140);
				assertThat(media.audio()).hasSize(3);
			});
		assertThat(this.dialect.read("{\"event\":\"media\",\"media\":{\"track\":\"outbound\",\"payload\":\"AAAA\"}}"))
			.isInstanceOf(CarrierMessage.Ignored.class);
	}

	@Test
	void errorOfTheStreamIsLoggedOnce(CapturedOutput output) {
		String error = "{\"event\":\"error\",\"payload\":{\"code\":\"100003\\nFAKE\",\"title\":\"malformed_frame\"}}";
		assertThat(this.dialect.read(error)).isInstanceOf(CarrierMessage.Ignored.class);
		assertThat(this.dialect.read(error)).isInstanceOf(CarrierMessage.Ignored.class);
		assertThat(output).containsOnlyOnce("Telnyx complains of the stream of call " + CALL + ": error 100003?FAKE");
	}

	@Test
	void callThatIsOverIsNotHungUp() {
		start();
		this.dialect.read("{\"event\":\"stop\"}");
		assertThat(this.dialect.abandon()).isNull();
	}

	@Test
	void callThatDidNotStartIsHungUpUnlessItWentOnElsewhere() {
		this.dialect.read("{\"event\":\"stop\"}");
		assertThat(this.dialect.abandon()).isNotNull();
		assertThat(dialectOfTheSameCall().abandon()).isNull();
	}

	private CarrierMessage start() {
		return this.dialect.read("{\"event\":\"start\",\"stream_id\":\"x\",\"start\":{\"call_control_id\":\"" + CALL
				+ "\",\"from\":\"forged\",\"media_format\":{\"encoding\":\"PCMU\",\"sample_rate\":8000,\"channels\":1}}}");
	}

	private TelnyxDialect dialectOfTheSameCall() {
		return dialect();
	}

	private TelnyxDialect dialect() {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/realtime/telnyx/media");
		request.addHeader("x-telnyx-streaming-auth-token",
				this.tickets.connectOnce(CALL, "+14155550123", Map.of("line", "north")).get("stream_auth_token"));
		Map<String, Object> attributes = new HashMap<>();
		assertThat(new TelnyxDoor(this.tickets).beforeHandshake(new ServletServerHttpRequest(request), mock(), mock(),
				attributes))
			.isTrue();
		WebSocketSession socket = mock();
		given(socket.getAttributes()).willReturn(attributes);
		// Nobody is there
		return new TelnyxDialect(this.tickets, TelnyxCodec.PCMU,
				new TelnyxCalls(URI.create("http://127.0.0.1:1"), "KEY1"), socket);
	}

}
