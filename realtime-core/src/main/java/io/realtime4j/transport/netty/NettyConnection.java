package io.realtime4j.transport.netty;

import java.nio.channels.ClosedChannelException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.realtime4j.codec.WellFormedText;
import io.realtime4j.transport.Closed;
import io.realtime4j.transport.ConnectFailures;
import io.realtime4j.transport.ConnectionEnd;
import io.realtime4j.transport.ConnectionLost;
import io.realtime4j.transport.TransportConnection;
import org.jspecify.annotations.Nullable;

/**
 * An open connection. What it does is done by the thread of its channel.
 */
final class NettyConnection implements TransportConnection {

	private static final int NO_CODE = 1005;

	private final Channel channel;

	private final NettySettings settings;

	private final AtomicBoolean pinging = new AtomicBoolean();

	// Known to the thread of the channel alone
	private @Nullable ConnectionEnd end;

	private @Nullable Closed closing;

	// The latest write that is watched
	private @Nullable ChannelFuture pending;

	NettyConnection(Channel channel, NettySettings settings) {
		this.channel = channel;
		this.settings = settings;
	}

	@Override
	public CompletionStage<@Nullable Void> send(String text) {
		CompletableFuture<@Nullable Void> sent = new CompletableFuture<>();
		if (!this.channel.isActive()) {
			sent.completeExceptionally(new ClosedChannelException());
			return sent;
		}
		if (!WellFormedText.isWellFormed(text)) {
			sent.completeExceptionally(new MalformedInputException(1));
			return sent;
		}
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		try {
			execute(() -> write(bytes, sent));
		}
		catch (RejectedExecutionException ex) {
			sent.completeExceptionally(ex);
		}
		return sent;
	}

	private void write(byte[] bytes, CompletableFuture<@Nullable Void> sent) {
		ChannelFuture written = this.channel.writeAndFlush(new TextWebSocketFrame(Unpooled.wrappedBuffer(bytes)));
		if (written.isSuccess()) {
			sent.complete(null);
			return;
		}
		written.addListener((done) -> {
			if (done.isSuccess()) {
				sent.complete(null);
			}
			else {
				// A part of the frame may have been sent, so that nothing can follow
				cut(new ConnectionLost("sending failed: " + ConnectFailures.describe(done.cause())));
				sent.completeExceptionally(done.cause());
			}
		});
		boolean watched = this.pending != null;
		this.pending = written;
		if (!watched) {
			watch(written, waiting());
		}
	}

	// Large frames take their time; what counts is that they move. One timer at a time
	private void watch(ChannelFuture written, long before) {
		this.channel.eventLoop().schedule(() -> {
			ChannelFuture latest = this.pending;
			long now = waiting();
			if (latest == null || latest.isDone()) {
				this.pending = null;
			}
			else if (!latest.equals(written) || now < before) {
				watch(latest, now);
			}
			else {
				cut(new ConnectionLost("sending failed: " + ConnectFailures.describe(new TimeoutException())));
			}
		}, this.settings.sendTimeout().toMillis(), TimeUnit.MILLISECONDS);
	}

	private long waiting() {
		ChannelOutboundBuffer buffer = this.channel.unsafe().outboundBuffer();
		return (buffer != null) ? buffer.totalPendingWriteBytes() - buffer.currentProgress() : 0;
	}

	@Override
	public void ping() {
		if (this.pinging.compareAndSet(false, true)) {
			tryToExecute(() -> this.channel.writeAndFlush(new PingWebSocketFrame())
				.addListener((sent) -> this.pinging.set(false)));
		}
	}

	@Override
	public void suspendReading() {
		this.channel.config().setAutoRead(false);
	}

	@Override
	public void resumeReading() {
		this.channel.config().setAutoRead(true);
	}

	@Override
	public void close(int code, String reason) {
		tryToExecute(() -> {
			if (this.end == null && this.closing == null) {
				this.closing = new Closed(code, reason);
				this.channel.writeAndFlush(new CloseWebSocketFrame(code, reason));
				closeSoon();
			}
		});
	}

	@Override
	public void abort() {
		tryToExecute(() -> cut(new ConnectionLost("it was aborted")));
	}

	/**
	 * The server sent a close frame: answer it, unless it is an answer itself.
	 * @param code the code, -1 for none
	 * @param reason the reason
	 */
	void onCloseFrame(int code, String reason) {
		if (this.closing != null) {
			this.end = this.closing;
			this.channel.close();
			return;
		}
		this.end = new Closed((code != -1) ? code : NO_CODE, reason);
		CloseWebSocketFrame answer = isSendable(code) ? new CloseWebSocketFrame(code, "") : new CloseWebSocketFrame();
		this.channel.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE);
		closeSoon();
	}

	private static boolean isSendable(int code) {
		return code != -1 && WebSocketCloseStatus.isValidStatusCode(code);
	}

	/**
	 * End the connection, which this side cannot use any longer.
	 * @param status tells the server why, or {@code null} if nothing can be told
	 * @param reason tells the listener why
	 */
	void end(@Nullable WebSocketCloseStatus status, ConnectionEnd reason) {
		if (this.end != null) {
			return;
		}
		this.end = reason;
		if (status != null) {
			this.channel.writeAndFlush(new CloseWebSocketFrame(status)).addListener(ChannelFutureListener.CLOSE);
			closeSoon();
		}
		else {
			this.channel.close();
		}
	}

	// A server that neither answers nor reads must not keep the connection
	private void closeSoon() {
		this.channel.eventLoop().schedule(this::drop, this.settings.closeTimeout().toMillis(), TimeUnit.MILLISECONDS);
	}

	private void cut(ConnectionEnd reason) {
		if (this.end == null) {
			this.end = reason;
		}
		drop();
	}

	// Past the handlers, of which TLS would wait to say goodbye
	private void drop() {
		if (this.channel.isOpen()) {
			this.channel.pipeline().firstContext().close();
		}
	}

	boolean hasEnd() {
		return this.end != null;
	}

	/**
	 * Return how the connection ended.
	 * @return the end
	 */
	ConnectionEnd endOrLost() {
		if (this.end != null) {
			return this.end;
		}
		return (this.closing != null) ? this.closing : new ConnectionLost("the server ended it without a close frame");
	}

	private void tryToExecute(Runnable task) {
		try {
			execute(task);
		}
		catch (RejectedExecutionException ex) {
			// The transport is closed, and its connections with it
		}
	}

	private void execute(Runnable task) {
		if (this.channel.eventLoop().inEventLoop()) {
			task.run();
		}
		else {
			this.channel.eventLoop().execute(task);
		}
	}

}
