package io.realtime4j.spring.phone.asterisk;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import io.realtime4j.model.audio.AudioPcm;
import io.realtime4j.model.audio.AudioPcma;
import io.realtime4j.spring.bridge.connection.BadFrameException;
import io.realtime4j.spring.bridge.connection.PageOutput;
import io.realtime4j.spring.phone.PhoneCaller;
import io.realtime4j.spring.phone.engine.CarrierMessage;
import io.realtime4j.spring.phone.engine.TransferTarget;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link AsteriskWebSocketDialect} and {@link AsteriskDoor}.
 */
class AsteriskWebSocketDialectTests {

	private static final String PASSWORD = "asterisk:secret";

	private final AsteriskTickets tickets = new AsteriskTickets(Duration.ofMinutes(1), InstantSource.system());

	private final AsteriskTransfers transfers = new AsteriskTransfers(Duration.ofMinutes(1), InstantSource.system());

	private final Map<String, Object> attributes = new HashMap<>();

	@Test
	void callStartsWithWhatItsTicketSays() {
		UUID ticket = this.tickets.issue("+14155550123", Map.of("to", "100"));
		AsteriskWebSocketDialect dialect = dialect(null, ticket);
		assertThat(dialect.read(start("slin24", 960))).isEqualTo(new CarrierMessage.Start(
				new PhoneCaller("asterisk", ticket.toString(), "+14155550123", Map.of("to", "100"))));
		assertThat(dialect.format()).isEqualTo(new AudioPcm(24_000L));
		assertThatExceptionOfType(BadFrameException.class)
			.isThrownBy(() -> dialect(null, ticket).read(start("ulaw", 160)))
			.withMessageContaining("ticket");
	}

	@Test
	void callThatComesByThePasswordIsThatOfItsChannel() {
		AsteriskWebSocketDialect dialect = dialect(PASSWORD, null);
		assertThat(dialect.read(start("alaw", 160)))
			.isEqualTo(new CarrierMessage.Start(new PhoneCaller("asterisk", "pbx-17.9", null, Map.of())));
		assertThat(dialect.format()).isEqualTo(new AudioPcma());
		assertThatExceptionOfType(BadFrameException.class)
			.isThrownBy(() -> dialect(null, null).read(start("alaw", 160)))
			.withMessageContaining("ticket");
		assertThatExceptionOfType(BadFrameException.class)
			.isThrownBy(() -> dialect(PASSWORD, null).read(start("alaw", 160).replace("pbx-17.9", "a b")))
			.withMessageContaining("ticket");
	}

	@ParameterizedTest
	@ValueSource(strings = { "opus", "", "g722" })
	void audioThatSessionsDoNotSpeakIsRefused(String format) {
		assertThatExceptionOfType(BadFrameException.class)
			.isThrownBy(() -> dialect(PASSWORD, null).read(start(format, 160)))
			.withMessageContaining("codec");
	}

	@Test
	void framesOfAnotherLengthAreRefused() {
		assertThatExceptionOfType(BadFrameException.class)
			.isThrownBy(() -> dialect(PASSWORD, null).read(start("ulaw", 240)))
			.withMessageContaining("codec");
	}

	@Test
	void eventsAreRead() {
		AsteriskWebSocketDialect dialect = dialect(PASSWORD, null);
		dialect.read(start("slin16", 640));
		assertThat(dialect.read("{\"event\":\"DTMF_END\",\"channel_id\":\"1\",\"digit\":\"#\"}"))
			.isEqualTo(new CarrierMessage.Key('#'));
		assertThat(dialect.read("{\"event\":\"MEDIA_MARK_PROCESSED\",\"correlation_id\":\"1-7\"}"))
			.isEqualTo(new CarrierMessage.Mark("1-7"));
		assertThat(dialect.read("{\"event\":\"MEDIA_XOFF\"}")).isEqualTo(new CarrierMessage.Hold(true));
		assertThat(dialect.read("{\"event\":\"MEDIA_XON\"}")).isEqualTo(new CarrierMessage.Hold(false));
		assertThat(dialect.read("{\"event\":\"STATUS\"}")).isEqualTo(new CarrierMessage.Ignored());
		assertThat(dialect.read("{\"event\":\"ERROR\",\"error_text\":\"No\\nFAKE\"}"))
			.isEqualTo(new CarrierMessage.Ignored());
		CarrierMessage.Media media = (CarrierMessage.Media) dialect.read(ByteBuffer.wrap(new byte[641]));
		assertThat(media.audio()).hasSize(640);
		assertThatExceptionOfType(BadFrameException.class).isThrownBy(() -> dialect.read("MEDIA_XOFF"));
	}

	@Test
	void commandsAreJson() {
		AsteriskWebSocketDialect dialect = dialect(PASSWORD, null);
		PageOutput output = mock();
		byte[] frame = new byte[160];
		dialect.play(output, frame);
		dialect.mark(output, "1-7");
		dialect.clear(output);
		then(output).should().play(frame);
		then(output).should().tellOfAudio("{\"command\":\"MARK_MEDIA\",\"correlation_id\":\"1-7\"}");
		then(output).should().tell("{\"command\":\"FLUSH_MEDIA\"}");
	}

	@Test
	void dialPlanIsToldWhomToCall() {
		UUID ticket = this.tickets.issue(null, Map.of());
		URI target = URI.create("tel:+14155550142");
		assertThat(dialect(null, ticket).transfer(TransferTarget.of(target))).isCompleted();
		assertThat(this.transfers.take(ticket)).isEqualTo(target);
		assertThat(dialect(PASSWORD, null).transfer(TransferTarget.of(target))).isCompletedExceptionally();
	}

	@Test
	void doorNeedsATicketThatWaits() {
		UUID ticket = this.tickets.issue(null, Map.of());
		assertThat(admits(null, "ticket=" + ticket, null)).isTrue();
		assertThat(admits(null, "ticket=" + ticket, null)).as("it is not used by this").isTrue();
		assertThat(admits(null, "ticket=" + UUID.randomUUID(), null)).isFalse();
		assertThat(admits(null, "ticket=" + ticket + "&a=b", null)).isFalse();
		assertThat(admits(null, "ticket=1-1-1-1-1", null)).isFalse();
		assertThat(admits(null, null, null)).isFalse();
		assertThat(admits(null, null, PASSWORD)).isFalse();
	}

	@Test
	void doorNeedsThePasswordWhereThereIsOne() {
		UUID ticket = this.tickets.issue(null, Map.of());
		assertThat(admits(PASSWORD, null, PASSWORD)).isTrue();
		assertThat(admits(PASSWORD, "ticket=" + ticket, PASSWORD)).isTrue();
		assertThat(admits(PASSWORD, "ticket=" + UUID.randomUUID(), PASSWORD)).isFalse();
		assertThat(admits(PASSWORD, "ticket=" + ticket, null)).isFalse();
		assertThat(admits(PASSWORD, null, "asterisk:wrong")).isFalse();
		assertThat(new AsteriskDoor.Admission(this.tickets, PASSWORD, null).toString()).doesNotContain("secret");
	}

	private boolean admits(@Nullable String expected, @Nullable String query, @Nullable String given) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/realtime/asterisk/media");
		request.setQueryString(query);
		if (given != null) {
			request.addHeader("Authorization",
					"Basic " + Base64.getEncoder().encodeToString(given.getBytes(StandardCharsets.UTF_8)));
		}
		MockHttpServletResponse response = new MockHttpServletResponse();
		boolean admitted = door(expected).beforeHandshake(new ServletServerHttpRequest(request),
				new ServletServerHttpResponse(response), mock(WebSocketHandler.class), this.attributes);
		assertThat(response.getStatus()).isEqualTo(admitted ? 200 : 403);
		return admitted;
	}

	private AsteriskDoor door(@Nullable String credentials) {
		return new AsteriskDoor(new AsteriskDoor.Admission(this.tickets, credentials, this.transfers));
	}

	private AsteriskWebSocketDialect dialect(@Nullable String credentials, @Nullable UUID ticket) {
		this.attributes.clear();
		if (ticket != null) {
			this.attributes.put(AsteriskDoor.class.getName(), ticket);
		}
		WebSocketSession socket = mock();
		given(socket.getAttributes()).willReturn(this.attributes);
		return new AsteriskWebSocketDialect(new AsteriskDoor.Admission(this.tickets, credentials, this.transfers),
				socket);
	}

	private static String start(String format, int frameSize) {
		return "{\"event\":\"MEDIA_START\",\"connection_id\":\"1\",\"channel\":\"WebSocket/desk\","
				+ "\"channel_id\":\"pbx-17.9\",\"format\":\"" + format + "\",\"optimal_frame_size\":" + frameSize
				+ ",\"ptime\":20,\"channel_variables\":{}}";
	}

}
