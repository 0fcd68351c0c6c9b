package io.realtime4j.transport.netty;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * The threads that read and write for all connections. They are made when they are first
 * needed, since that takes its time.
 */
final class IoThreads {

	private static final String NAME = "realtime-netty";

	private static final long PATIENCE_IN_SECONDS = 2;

	private final int count;

	private final Set<Channel> channels = new HashSet<>();

	private @Nullable Bootstrap bootstrap;

	private boolean closed;

	IoThreads(int count) {
		this.count = count;
	}

	/**
	 * Return what connections begin with.
	 * @return the beginning of a connection, or {@code null} once the threads are closed
	 */
	synchronized @Nullable Bootstrap bootstrap() {
		if (this.closed) {
			return null;
		}
		Bootstrap result = this.bootstrap;
		if (result == null) {
			SocketTransport sockets = SocketTransport.best();
			EventLoopGroup group = new MultiThreadIoEventLoopGroup(this.count, new DefaultThreadFactory(NAME, true),
					sockets.ioHandlerFactory());
			result = new Bootstrap().group(group).channelFactory(sockets.channels());
			this.bootstrap = result;
		}
		return result.clone();
	}

	synchronized boolean isClosed() {
		return this.closed;
	}

	/**
	 * Close a channel of these threads with them, unless it is closed before.
	 * @param channel the channel
	 */
	synchronized void add(Channel channel) {
		if (this.closed) {
			channel.close();
			return;
		}
		this.channels.add(channel);
		channel.closeFuture().addListener((closed) -> remove(channel));
	}

	private synchronized void remove(Channel channel) {
		this.channels.remove(channel);
	}

	/**
	 * End the threads and all connections. Returns immediately.
	 */
	synchronized void close() {
		this.closed = true;
		// A thread that is running tasks ends without a look at its channels. They are
		// closed past the handlers, since that of TLS would wait for its last message
		List.copyOf(this.channels).forEach((channel) -> channel.pipeline().firstContext().close());
		if (this.bootstrap != null) {
			this.bootstrap.config().group().shutdownGracefully(0, PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
		}
	}

}
