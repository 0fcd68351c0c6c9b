package io.realtime4j.transport.netty;

import io.netty.channel.Channel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.channel.uring.IoUring;
import io.netty.channel.uring.IoUringSocketChannel;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SocketTransport}.
 */
class SocketTransportTests {

	@Test
	void nativeSocketsAreUsedWhereTheyAreAndNeverRequired() {
		Channel channel = SocketTransport.best().channels().newChannel();
		try {
			assertThat(channel).isExactlyInstanceOf(expected());
		}
		finally {
			channel.unsafe().closeForcibly();
		}
	}

	private static Class<? extends Channel> expected() {
		if (IoUring.isAvailable()) {
			return IoUringSocketChannel.class;
		}
		return Epoll.isAvailable() ? EpollSocketChannel.class : NioSocketChannel.class;
	}

}
