package io.realtime4j.benchmarks.load.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * A link over plain TCP.
 */
record PlainLink(SocketChannel channel) implements Link {

	@Override
	public int read(ByteBuffer target) throws IOException {
		return this.channel.read(target);
	}

	@Override
	public boolean write(ByteBuffer... sources) throws IOException {
		this.channel.write(sources);
		return !sources[sources.length - 1].hasRemaining();
	}

}
