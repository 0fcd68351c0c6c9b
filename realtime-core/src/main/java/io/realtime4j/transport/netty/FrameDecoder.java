package io.realtime4j.transport.netty;

import java.util.List;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;

/**
 * Decoder of frames that tells of whatever arrives, and takes any close code: servers
 * send some that the standard keeps for other uses. Small fragments that arrive together
 * become one, since a buffer for each byte of a large message would cost seconds.
 */
final class FrameDecoder extends WebSocket13FrameDecoder {

	private static final int HEADER = 2;

	// The largest payload whose length stands in the header
	private static final int SMALL = 125;

	private final Runnable activity;

	// Whether the next byte begins a frame, in the middle of a message
	private boolean betweenFragments;

	FrameDecoder(WebSocketDecoderConfig config, Runnable activity) {
		super(config);
		this.activity = activity;
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
		if (message instanceof ByteBuf) {
			this.activity.run();
		}
		super.channelRead(context, message);
	}

	@Override
	protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) throws Exception {
		if (this.betweenFragments && isSmallFragment(in)) {
			out.add(new ContinuationWebSocketFrame(false, 0, join(context, in)));
			return;
		}
		int before = out.size();
		this.betweenFragments = false;
		super.decode(context, in, out);
		if (out.size() > before) {
			this.betweenFragments = isDataOfMore(out.get(out.size() - 1));
		}
	}

	private static boolean isDataOfMore(Object frame) {
		return frame instanceof WebSocketFrame data && !data.isFinalFragment();
	}

	// One that continues a message and does not end it, and is there as a whole
	private static boolean isSmallFragment(ByteBuf in) {
		int start = in.readerIndex();
		if (in.readableBytes() < HEADER || in.getByte(start) != 0) {
			return false;
		}
		int length = in.getByte(start + 1);
		return length >= 0 && length <= SMALL && in.readableBytes() >= HEADER + length;
	}

	private static ByteBuf join(ChannelHandlerContext context, ByteBuf in) {
		ByteBuf joined = context.alloc().buffer(in.readableBytes());
		do {
			int length = in.getByte(in.readerIndex() + 1);
			in.skipBytes(HEADER);
			joined.writeBytes(in, length);
		}
		while (isSmallFragment(in));
		return joined;
	}

	@Override
	protected void checkCloseFrameBody(ChannelHandlerContext context, ByteBuf body) {
		// A body of one byte has no code, which is read as none
	}

}
