package io.realtime4j.transport.netty;

import java.time.Instant;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import io.realtime4j.transport.ConnectFailed;
import io.realtime4j.transport.ConnectionEnd;
import io.realtime4j.transport.ConnectionListener;
import io.realtime4j.transport.ConnectionRequest;
import io.realtime4j.transport.HandshakeRefused;
import io.realtime4j.transport.RetryAfter;
import org.jspecify.annotations.Nullable;

/**
 * Asks the server for an upgrade to WebSocket, and makes room for frames when it agrees.
 * An answer is judged by its head alone, however long the rest of it is.
 */
final class UpgradeHandler extends ChannelInboundHandlerAdapter {

	private static final int MAX_LINE = 4096;

	private static final int MAX_HEADERS = 16 * 1024;

	private static final int MAX_CHUNK = 8192;

	private final UpgradeOutcome outcome;

	private final ConnectionRequest request;

	private final ConnectionListener listener;

	private final NettySettings settings;

	private final UpgradeRequest handshake;

	private boolean failed;

	UpgradeHandler(UpgradeOutcome outcome, ConnectionRequest request, ConnectionListener listener,
			NettySettings settings) {
		this.outcome = outcome;
		this.request = request;
		this.listener = listener;
		this.settings = settings;
		this.handshake = new UpgradeRequest(request, settings.maxFrameSize(), listener);
	}

	/**
	 * Return the codec that has to stand before this handler.
	 * @return the codec
	 */
	static HttpClientCodec codec() {
		return new HttpClientCodec(MAX_LINE, MAX_HEADERS, MAX_CHUNK);
	}

	@Override
	public void channelActive(ChannelHandlerContext context) {
		if (context.pipeline().get(SslHandler.class) == null) {
			this.handshake.handshake(context.channel());
		}
	}

	@Override
	public void userEventTriggered(ChannelHandlerContext context, Object event) {
		if (event instanceof SslHandshakeCompletionEvent tls) {
			if (tls.isSuccess()) {
				this.handshake.handshake(context.channel());
			}
			else if (!this.failed) {
				fail(context, tls.cause());
			}
		}
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		try {
			if (message instanceof HttpResponse response) {
				answered(context, response);
			}
		}
		finally {
			ReferenceCountUtil.release(message);
		}
	}

	private void answered(ChannelHandlerContext context, HttpResponse response) {
		HttpResponseStatus status = response.status();
		if (response.decoderResult().isFailure()) {
			boolean tooLong = response.decoderResult().cause() instanceof TooLongHttpHeaderException;
			refuse(context, new ConnectFailed(
					tooLong ? "the headers of its answer are too large" : "it does not answer in HTTP"));
		}
		else if (status.equals(HttpResponseStatus.SWITCHING_PROTOCOLS)) {
			ConnectFailed problem = upgrade(context, response.headers());
			if (problem != null) {
				refuse(context, problem);
			}
		}
		else if (status.codeClass() != HttpStatusClass.INFORMATIONAL) {
			HttpHeaders headers = response.headers();
			refuse(context, new HandshakeRefused(status.code(), RetryAfter
				.parse(headers.get(HttpHeaderNames.RETRY_AFTER), headers.get(HttpHeaderNames.DATE), Instant.now())));
		}
	}

	private @Nullable ConnectFailed upgrade(ChannelHandlerContext context, HttpHeaders headers) {
		if (!headers.get(HttpHeaderNames.SEC_WEBSOCKET_EXTENSIONS, "").isBlank()) {
			return new ConnectFailed("it uses an extension of WebSocket, such as compression, that was not offered");
		}
		if (!UpgradeRequest.isOffered(this.request, headers.get(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL))) {
			return new ConnectFailed("it selects a subprotocol that was not offered");
		}
		HttpHeaders judged = headers.copy().remove(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL);
		DefaultFullHttpResponse head = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1,
				HttpResponseStatus.SWITCHING_PROTOCOLS, Unpooled.EMPTY_BUFFER, judged, EmptyHttpHeaders.INSTANCE);
		try {
			this.handshake.finishHandshake(context.channel(), head);
		}
		catch (WebSocketHandshakeException ex) {
			return new ConnectFailed("its answer to the handshake is invalid");
		}
		if (this.outcome.succeed()) {
			NettyConnection connection = new NettyConnection(context.channel(), this.settings);
			context.pipeline().replace(this, null, new FrameHandler(this.listener, connection, this.settings));
			this.listener.onOpen(connection);
		}
		else {
			context.close();
		}
		return null;
	}

	private void refuse(ChannelHandlerContext context, ConnectionEnd end) {
		this.outcome.fail(end);
		context.close();
	}

	// A proxy that demands credentials fails this channel, and not the attempt
	private void fail(ChannelHandlerContext context, Throwable failure) {
		this.failed = true;
		this.outcome.onFailure(failure);
		context.close();
	}

	@Override
	public void channelInactive(ChannelHandlerContext context) {
		if (!this.failed) {
			this.outcome.fail(new ConnectFailed("the server ended the connection before it answered"));
		}
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
		if (!this.failed) {
			fail(context, failure);
		}
	}

}
