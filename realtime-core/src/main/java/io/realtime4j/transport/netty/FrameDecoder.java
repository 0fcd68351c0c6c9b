package io.realtime4j.transport.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;

/**
 * Decoder of frames that tells of whatever arrives, and takes any close code: servers
 * send some that the standard keeps for other uses.
 */
final class FrameDecoder extends WebSocket13FrameDecoder {

	private final Runnable activity;

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
	protected void checkCloseFrameBody(ChannelHandlerContext context, ByteBuf body) {
		// A body of one byte has no code, which is read as none
	}

}
