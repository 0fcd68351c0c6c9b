package io.realtime4j.transport.netty;

import io.netty.channel.ChannelFactory;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.channel.uring.IoUring;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringSocketChannel;

/**
 * Sockets of the JVM or of the operating system.
 *
 * @param ioHandlerFactory makes the part of an event loop that waits for sockets
 * @param channels makes the sockets
 */
record SocketTransport(IoHandlerFactory ioHandlerFactory, ChannelFactory<? extends SocketChannel> channels) {

	private static final String IO_URING = "io.netty.channel.uring.IoUring";

	private static final String EPOLL = "io.netty.channel.epoll.Epoll";

	/**
	 * Return the native sockets that the application brings, else those of the JVM.
	 * @return the sockets
	 */
	static SocketTransport best() {
		if (isPresent(IO_URING) && IoUring.isAvailable()) {
			return new SocketTransport(IoUringIoHandler.newFactory(), IoUringSocketChannel::new);
		}
		if (isPresent(EPOLL) && Epoll.isAvailable()) {
			return new SocketTransport(EpollIoHandler.newFactory(), EpollSocketChannel::new);
		}
		return new SocketTransport(NioIoHandler.newFactory(), NioSocketChannel::new);
	}

	private static boolean isPresent(String type) {
		try {
			Class.forName(type, false, SocketTransport.class.getClassLoader());
			return true;
		}
		catch (ClassNotFoundException | LinkageError ex) {
			return false;
		}
	}

}
