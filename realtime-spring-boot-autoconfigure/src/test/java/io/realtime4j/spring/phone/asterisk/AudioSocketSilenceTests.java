package io.realtime4j.spring.phone.asterisk;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.spring.boot.autoconfigure.DrivenTime;
import io.realtime4j.spring.bridge.BridgeThreads;
import io.realtime4j.spring.phone.engine.CallPlaces;
import io.realtime4j.spring.phone.engine.PhoneLines;
import io.realtime4j.spring.phone.engine.PhoneSettings;
import io.realtime4j.spring.phone.engine.RealtimeCallSessions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

/**
 * Tests for calls of an Asterisk that sends nothing while the caller is silent. It
 * answers no pings.
 */
class AudioSocketSilenceTests {

	private static final Duration IDLE_TIMEOUT = Duration.ofMinutes(5);

	private final DrivenTime time = new DrivenTime();

	private final RealtimeClient client = mock(RealtimeClient.class);

	private final WebSocketSession socket = mock(WebSocketSession.class);

	private final PhoneLines lines = new PhoneLines(new PhoneLines.Service(
			new RealtimeCallSessions(this.client, SessionSpec.of(RealtimeSessionSettings.builder().build()), List.of()),
			(event) -> {
			}, null, null, (caller, target) -> false),
			new PhoneSettings(10, 2, Duration.ofMillis(20), Duration.ofSeconds(10), IDLE_TIMEOUT,
					Duration.ofSeconds(10), true),
			new PhoneLines.Threads(new BridgeThreads(Runnable::run, this.time), Runnable::run), new CallPlaces(100));

	@BeforeEach
	void prepare() {
		RealtimeSession session = mock(RealtimeSession.class);
		given(session.closed()).willReturn(new CompletableFuture<>());
		given(this.client.create(any(SessionSpec.class))).willReturn(session);
		given(this.socket.getId()).willReturn("1");
		given(this.socket.isOpen()).willReturn(true);
		this.lines.start();
	}

	@Test
	void callIsLostAfterTheIdleTimeoutAndNotBefore() throws Exception {
		AudioSocketDialect.Admission everybody = new AudioSocketDialect.Admission(
				new AsteriskTickets(Duration.ofMinutes(1), Clock.systemUTC()), new TrustedAddresses(List.of()), true,
				null);
		WebSocketHandler handler = this.lines
			.webSocketHandler((own) -> new AudioSocketDialect(everybody, AudioSocketRate.RATE_8000, own));
		handler.afterConnectionEstablished(this.socket);
		handler.handleMessage(this.socket, new TextMessage(AudioSocketDialect.UUID_TEXT + UUID.randomUUID()));
		this.time.advance(IDLE_TIMEOUT.minusSeconds(1));
		then(this.socket).should(never()).close(any(CloseStatus.class));
		this.time.advance(Duration.ofSeconds(2));
		then(this.socket).should().close(any(CloseStatus.class));
	}

}
