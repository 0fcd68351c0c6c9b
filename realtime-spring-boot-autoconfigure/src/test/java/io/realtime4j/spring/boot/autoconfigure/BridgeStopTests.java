package io.realtime4j.spring.boot.autoconfigure;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;

import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.spring.boot.autoconfigure.bridge.BridgeProperties;
import io.realtime4j.spring.boot.autoconfigure.bridge.BridgePropertiesMapper;
import io.realtime4j.spring.bridge.BridgeThreads;
import io.realtime4j.spring.bridge.server.RealtimeBridge;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpHeaders;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

/**
 * Tests for the end of a {@link RealtimeBridge}, behind which the web server cuts what is
 * still connected.
 */
class BridgeStopTests {

	private final Queue<Runnable> closing = new ArrayDeque<>();

	private final DrivenTime time = new DrivenTime();

	private final AtomicBoolean stopped = new AtomicBoolean();

	private final WebSocketSession socket = mock();

	private final RealtimeBridge bridge = new RealtimeBridge(mock(RealtimeClient.class),
			SessionSpec.of(RealtimeSessionSettings.builder().build()), List.of(),
			BridgePropertiesMapper.settings(new BridgeProperties()), new BridgeThreads(this.closing::add, this.time));

	private final WebSocketHandler pages = this.bridge.webSocketHandler();

	@BeforeEach
	void start() {
		given(this.socket.getId()).willReturn("socket");
		given(this.socket.getHandshakeHeaders()).willReturn(new HttpHeaders());
		this.bridge.start();
	}

	@Test
	void bridgeHasStoppedWhenThePagesAreTold() throws Exception {
		this.pages.afterConnectionEstablished(this.socket);
		this.bridge.stop(() -> this.stopped.set(true));
		then(this.socket).should(never()).close(any());
		assertThat(this.stopped).isFalse();
		this.closing.remove().run();
		then(this.socket).should().close(argThat(CloseStatus.GOING_AWAY::equalsCode));
		assertThat(this.stopped).isTrue();
		assertThat(this.time.pending()).isZero();
	}

	@Test
	void pageThatIsGoneNeedsNotBeTold() throws Exception {
		this.pages.afterConnectionEstablished(this.socket);
		this.bridge.stop(() -> this.stopped.set(true));
		this.pages.afterConnectionClosed(this.socket, CloseStatus.NO_CLOSE_FRAME);
		assertThat(this.stopped).isTrue();
	}

	@Test
	void pageThatDoesNotTakeWhatItIsToldIsNotWaitedForLong() throws Exception {
		this.pages.afterConnectionEstablished(this.socket);
		this.bridge.stop(() -> this.stopped.set(true));
		this.time.advance(Duration.ofSeconds(5));
		assertThat(this.stopped).isTrue();
	}

	@Test
	void bridgeWithoutPagesStopsAtOnce() {
		this.bridge.stop(() -> this.stopped.set(true));
		assertThat(this.stopped).isTrue();
		assertThat(this.time.pending()).isZero();
	}

}
