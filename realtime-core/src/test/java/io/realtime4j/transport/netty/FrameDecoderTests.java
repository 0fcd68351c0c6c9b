package io.realtime4j.transport.netty;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link FrameDecoder}.
 */
class FrameDecoderTests {

	private static final byte TEXT = 1;

	private static final byte CONTINUATION = 0;

	private static final byte PING = 9;

	private static final byte FINAL = (byte) 0x80;

	private final EmbeddedChannel channel = new EmbeddedChannel(
			new FrameDecoder(WebSocketDecoderConfig.newBuilder().expectMaskedFrames(false).build(), () -> {
			}));

	private final ByteBuf segment = Unpooled.buffer();

	@AfterEach
	void release() {
		this.channel.finishAndReleaseAll();
	}

	private FrameDecoderTests frame(int first, String payload) {
		this.segment.writeByte(first)
			.writeByte(payload.length())
			.writeBytes(payload.getBytes(StandardCharsets.US_ASCII));
		return this;
	}

	private List<String> decode() {
		this.channel.writeInbound(this.segment.copy());
		this.segment.clear();
		List<String> frames = new ArrayList<>();
		for (WebSocketFrame frame = this.channel.readInbound(); frame != null; frame = this.channel.readInbound()) {
			frames.add(frame.content().toString(StandardCharsets.US_ASCII) + (frame.isFinalFragment() ? "." : ""));
			frame.release();
		}
		return frames;
	}

	@Test
	void smallFragmentsThatArriveTogetherAreOne() {
		frame(TEXT, "a");
		for (int i = 0; i < 1000; i++) {
			frame(CONTINUATION, "b");
		}
		frame(CONTINUATION | FINAL, "c");
		assertThat(decode()).containsExactly("a", "b".repeat(1000), "c.");
	}

	@Test
	void controlFramesBetweenFragmentsKeepTheirPlace() {
		frame(TEXT, "a").frame(CONTINUATION, "b")
			.frame(PING | FINAL, "?")
			.frame(CONTINUATION, "")
			.frame(CONTINUATION, "c");
		assertThat(decode()).containsExactly("a", "b", "?.", "", "c");
		assertThat(frame(CONTINUATION | FINAL, "d").decode()).containsExactly("d.");
	}

	@Test
	void fragmentThatArrivesInTwoPiecesIsWhole() {
		frame(TEXT, "a").frame(CONTINUATION, "b");
		this.segment.writeByte(CONTINUATION).writeByte(2).writeByte('c');
		assertThat(decode()).containsExactly("a", "b");
		this.segment.writeByte('d');
		frame(CONTINUATION, "e").frame(CONTINUATION | FINAL, "");
		assertThat(String.join("", decode())).isEqualTo("cde.");
	}

	@Test
	void continuationOfNothingIsBroken() {
		assertThatExceptionOfType(CorruptedWebSocketFrameException.class)
			.isThrownBy(() -> frame(TEXT | FINAL, "a").frame(CONTINUATION, "b").decode());
	}

	@Test
	void maskedFragmentIsBroken() {
		frame(TEXT, "a");
		this.segment.writeBytes(new byte[] { CONTINUATION, (byte) 0x81, 0, 0, 0, 0, 'b' });
		assertThatExceptionOfType(CorruptedWebSocketFrameException.class).isThrownBy(this::decode);
	}

}
