package io.realtime4j.spring.phone.vonage;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

import io.realtime4j.model.audio.AudioPcm;
import io.realtime4j.spring.bridge.connection.BadFrameException;
import io.realtime4j.spring.bridge.connection.PageOutput;
import io.realtime4j.spring.phone.PhoneCaller;
import io.realtime4j.spring.phone.engine.CarrierMessage;
import io.realtime4j.spring.webhook.InMemoryWebhookIds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.socket.WebSocketSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link VonageDialect}.
 */
class VonageDialectTests {

	private static final String CALL = "aaaaaaaa-bbbb-cccc-dddd-0123456789ab";

	private static final String FROM = "447700900000";

	private final VonageTickets.Stream stream = new VonageTickets.Stream("wss://voice.example.com/media",
			"https://voice.example.com/events", 16_000);

	private final VonageTickets tickets = new VonageTickets("secret", this.stream, Duration.ofMinutes(1),
			InstantSource.system(), new InMemoryWebhookIds(InstantSource.system()));

	private final VonageDialect dialect = dialect();

	@Test
	void callStartsWithWhatItsTicketSaysAndTheHeadersOfItsNcco() {
		assertThat(this.dialect.read("{\"event\":\"websocket:connected\",\"content-type\":\"audio/l16; rate=16000\","
				+ "\"language\":\"en\",\"line\":\"forged\"}"))
			.isEqualTo(new CarrierMessage.Start(
					new PhoneCaller("vonage", CALL, FROM, Map.of("line", "north", "language", "en"))));
	}

	@Test
	void callStartsOnce() {
		this.dialect.read("{\"event\":\"websocket:connected\"}");
		assertThatExceptionOfType(BadFrameException.class)
			.isThrownBy(() -> this.dialect.read("{\"event\":\"websocket:connected\"}"))
			.withMessageContaining("ticket");
		assertThatExceptionOfType(BadFrameException.class)
			.isThrownBy(() -> dialect().read("{\"event\":\"websocket:connected\"}"))
			.withMessageContaining("ticket");
	}

	@ParameterizedTest
	@ValueSource(strings = { "audio/l16;rate=8000", "audio/pcmu", "" })
	void audioOfAnotherKindEndsTheCall(String contentType) {
		assertThatExceptionOfType(BadFrameException.class).isThrownBy(
				() -> this.dialect.read("{\"event\":\"websocket:connected\",\"content-type\":\"" + contentType + "\"}"))
			.withMessageContaining("codec");
	}

	@Test
	void messagesAreRead() {
		assertThat(this.dialect.format()).isEqualTo(new AudioPcm(16_000L));
		assertThat(this.dialect.read(ByteBuffer.wrap(new byte[640]))).isInstanceOfSatisfying(CarrierMessage.Media.class,
				(media) -> assertThat(media.audio()).hasSize(640));
		assertThat(this.dialect.read(ByteBuffer.wrap(new byte[641]))).isInstanceOfSatisfying(CarrierMessage.Media.class,
				(media) -> assertThat(media.audio()).hasSize(640));
		assertThat(this.dialect.read("{\"event\":\"websocket:dtmf\",\"digit\":\"5\",\"duration\":260}"))
			.isEqualTo(new CarrierMessage.Key('5'));
		assertThat(this.dialect.read("{\"event\":\"websocket:dtmf\",\"digit\":\"55\"}"))
			.isEqualTo(new CarrierMessage.Ignored());
		assertThat(this.dialect.read("{\"event\":\"websocket:notify\",\"payload\":{\"mark\":\"0-1\"}}"))
			.isEqualTo(new CarrierMessage.Mark("0-1"));
		assertThat(this.dialect.read("{\"event\":\"websocket:cleared\"}")).isEqualTo(new CarrierMessage.Ignored());
	}

	@Test
	void messagesAreWritten() {
		PageOutput output = mock();
		byte[] frame = new byte[640];
		this.dialect.play(output, frame);
		then(output).should().play(frame);
		this.dialect.mark(output, "0-1");
		then(output).should().tellOfAudio("{\"action\":\"notify\",\"payload\":{\"mark\":\"0-1\"}}");
		this.dialect.clear(output);
		then(output).should().tell("{\"action\":\"clear\"}");
	}

	@Test
	void audioWithItsNotificationsFitsIntoTheSmallerQueue() {
		assertThat(this.dialect.maxQueuedMessages()).isBetween(60, 1023);
	}

	@Test
	void callWithoutCredentialsEndsWithItsStream() {
		assertThat(this.dialect.hangUp()).isNull();
		assertThat(this.dialect.abandon()).isNull();
	}

	private VonageDialect dialect() {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/realtime/vonage/media");
		request.addHeader("Authorization",
				"Bearer " + VonageTicketsTests.token(this.tickets.connectOnce(CALL, FROM, Map.of("line", "north"))));
		Map<String, Object> attributes = new HashMap<>();
		assertThat(new VonageDoor(this.tickets).beforeHandshake(new ServletServerHttpRequest(request), mock(), mock(),
				attributes))
			.isTrue();
		WebSocketSession socket = mock();
		given(socket.getAttributes()).willReturn(attributes);
		return new VonageDialect(this.tickets, this.stream, null, socket);
	}

}
