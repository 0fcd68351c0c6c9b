package io.realtime4j.spring.bridge.connection;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;

import io.realtime4j.spring.bridge.PageLimits;
import io.realtime4j.transport.KeepAlive;
import org.junit.jupiter.api.Test;

import org.springframework.web.socket.WebSocketSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.intThat;
import static org.mockito.ArgumentMatchers.same;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

/**
 * Tests for {@link PageFrames} and the buffers that a container holds for a page.
 */
class PageFramesTests {

	private static final PageLimits LIMITS = new PageLimits(10, 8, 50, 100, 1000, 1000, Duration.ofSeconds(1),
			KeepAlive.none());

	private final PageConnection connection = mock();

	private final PageFrames frames = new PageFrames(this.connection, LIMITS);

	@Test
	void frameInOnePieceIsNotCopied() {
		ByteBuffer audio = ByteBuffer.wrap(new byte[8]);
		this.frames.onBinary(audio, true);
		this.frames.onText("ten bytes.", true);
		then(this.connection).should().onBinary(same(audio));
		then(this.connection).should().onText("ten bytes.");
	}

	@Test
	void piecesArePutTogether() {
		for (int i = 0; i < 2; i++) {
			this.frames.onText("a", false);
			this.frames.onText("", false);
			this.frames.onText("b" + i, true);
			this.frames.onBinary(ByteBuffer.wrap(new byte[] { 1, 2 }), false);
			this.frames.onBinary(ByteBuffer.wrap(new byte[] { (byte) i }), true);
		}
		then(this.connection).should().onText("ab0");
		then(this.connection).should().onText("ab1");
		then(this.connection).should().onBinary(ByteBuffer.wrap(new byte[] { 1, 2, 0 }));
		then(this.connection).should().onBinary(ByteBuffer.wrap(new byte[] { 1, 2, 1 }));
	}

	@Test
	void textOverTheLimitClosesTheConnection() {
		this.frames.onText("0123456789", false);
		this.frames.onText("x", false);
		this.frames.onText("x", true);
		then(this.connection).should().close(CloseReasons.TOO_LARGE);
		then(this.connection).should(never()).onText(any());
	}

	@Test
	void textIsMeasuredInBytes() {
		this.frames.onText("€€€€", true);
		then(this.connection).should().close(CloseReasons.TOO_LARGE);
		then(this.connection).should(never()).onText(any());
	}

	@Test
	void audioOverTheLimitClosesTheConnection() {
		this.frames.onBinary(ByteBuffer.wrap(new byte[5]), false);
		this.frames.onBinary(ByteBuffer.wrap(new byte[5]), true);
		this.frames.onBinary(ByteBuffer.wrap(new byte[1]), true);
		then(this.connection).should().close(CloseReasons.TOO_LARGE);
		then(this.connection).should(never()).onBinary(any());
	}

	@Test
	void containerHoldsSmallBuffers() {
		WebSocketSession socket = mock();
		given(socket.getId()).willReturn("1");
		PageWebSocketHandler handler = new PageWebSocketHandler(
				new PageLimits(1 << 20, 1 << 20, 50, 100, 1000, 1000, Duration.ofSeconds(1), KeepAlive.none()),
				List.of(), (opened) -> this.connection, (closed, status) -> {
				});
		handler.afterConnectionEstablished(socket);
		then(socket).should().setTextMessageSizeLimit(intThat((size) -> size <= 8192));
		then(socket).should().setBinaryMessageSizeLimit(intThat((size) -> size <= 8192));
		assertThat(handler.supportsPartialMessages()).isTrue();
	}

}
