package io.realtime4j.transport.netty;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import io.realtime4j.transport.ConnectFailures;
import io.realtime4j.transport.ConnectionEnd;
import io.realtime4j.transport.ConnectionListener;
import io.realtime4j.transport.ConnectionLost;
import io.realtime4j.transport.FrameTooLarge;
import org.jspecify.annotations.Nullable;

/**
 * Puts the frames of the server together to messages for the listener, and answers its
 * pings.
 */
final class FrameHandler extends ChannelInboundHandlerAdapter {

	private static final String BROKEN = "the server broke the protocol: ";

	private final ConnectionListener listener;

	private final NettyConnection connection;

	private final int maxSize;

	// The text of a message whose end has not come
	private @Nullable ByteBuf text;

	// The size of a binary message whose end has not come
	private int binary;

	FrameHandler(ConnectionListener listener, NettyConnection connection, NettySettings settings) {
		this.listener = listener;
		this.connection = connection;
		this.maxSize = settings.maxFrameSize();
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		try {
			if (message instanceof WebSocketFrame frame && !this.connection.hasEnd()) {
				take(context, frame);
			}
		}
		finally {
			ReferenceCountUtil.release(message);
		}
	}

	private void take(ChannelHandlerContext context, WebSocketFrame frame) {
		if (frame instanceof TextWebSocketFrame && frame.isFinalFragment()) {
			tell(frame.content());
		}
		else if (frame instanceof TextWebSocketFrame) {
			this.text = context.alloc().buffer(frame.content().readableBytes());
			append(this.text, frame);
		}
		else if (frame instanceof BinaryWebSocketFrame) {
			count(frame);
		}
		else if (frame instanceof ContinuationWebSocketFrame) {
			proceed(frame);
		}
		else if (frame instanceof PingWebSocketFrame) {
			answer(context, frame);
		}
		else if (frame instanceof CloseWebSocketFrame close) {
			this.connection.onCloseFrame(close.statusCode(), close.reasonText());
		}
	}

	private void proceed(WebSocketFrame frame) {
		if (this.text != null) {
			append(this.text, frame);
		}
		else {
			count(frame);
		}
	}

	private void append(ByteBuf message, WebSocketFrame frame) {
		if (message.readableBytes() > this.maxSize - frame.content().readableBytes()) {
			end(WebSocketCloseStatus.MESSAGE_TOO_BIG, new FrameTooLarge(this.maxSize));
			return;
		}
		message.writeBytes(frame.content());
		if (frame.isFinalFragment()) {
			tell(message);
			forget();
		}
	}

	private void count(WebSocketFrame frame) {
		if (this.binary > this.maxSize - frame.content().readableBytes()) {
			end(WebSocketCloseStatus.MESSAGE_TOO_BIG, new FrameTooLarge(this.maxSize));
			return;
		}
		this.binary += frame.content().readableBytes();
		if (frame.isFinalFragment()) {
			int size = this.binary;
			this.binary = 0;
			this.listener.onBinary(size);
		}
	}

	private void tell(ByteBuf message) {
		String decoded;
		try {
			decoded = MessageText.decode(message);
		}
		catch (CharacterCodingException ex) {
			end(WebSocketCloseStatus.INVALID_PAYLOAD_DATA, new ConnectionLost(BROKEN + "its text is not UTF-8"));
			return;
		}
		this.listener.onText(decoded);
	}

	// A server that pings without reading the answers gets no more of them
	private static void answer(ChannelHandlerContext context, WebSocketFrame ping) {
		if (context.channel().isWritable()) {
			context.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
		}
	}

	private void end(WebSocketCloseStatus status, ConnectionEnd end) {
		this.connection.end(status, end);
	}

	private void forget() {
		ReferenceCountUtil.release(this.text);
		this.text = null;
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
		if (failure instanceof CorruptedWebSocketFrameException corrupted) {
			boolean tooLarge = WebSocketCloseStatus.MESSAGE_TOO_BIG.equals(corrupted.closeStatus());
			// The decoder has told the server and closes the connection
			this.connection.end(null,
					tooLarge ? new FrameTooLarge(this.maxSize) : new ConnectionLost(BROKEN + corrupted.getMessage()));
		}
		else if (failure instanceof IOException) {
			this.connection.end(null, new ConnectionLost(ConnectFailures.describe(failure)));
		}
		else {
			this.connection.end(WebSocketCloseStatus.INTERNAL_SERVER_ERROR,
					new ConnectionLost(ConnectFailures.describe(failure)));
		}
	}

	@Override
	public void channelInactive(ChannelHandlerContext context) {
		forget();
		this.listener.onEnd(this.connection.endOrLost());
	}

	@Override
	public void handlerRemoved(ChannelHandlerContext context) {
		forget();
	}

}
