package io.realtime4j.benchmarks.load.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;

/**
 * A link over TLS.
 */
final class TlsLink implements Link {

	private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

	private final SocketChannel channel;

	private final SSLEngine engine;

	private final ByteBuffer received;

	private final ByteBuffer unsent;

	TlsLink(SocketChannel channel, SSLContext context) {
		this.channel = channel;
		this.engine = context.createSSLEngine();
		this.engine.setUseClientMode(false);
		int packet = this.engine.getSession().getPacketBufferSize();
		this.received = ByteBuffer.allocate(packet);
		this.unsent = ByteBuffer.allocate(packet).limit(0);
	}

	@Override
	public int read(ByteBuffer target) throws IOException {
		int count = this.channel.read(this.received);
		if (count < 0) {
			return count;
		}
		this.received.flip();
		int start = target.position();
		boolean goOn = true;
		while (goOn) {
			goOn = switch (this.engine.getHandshakeStatus()) {
				case NEED_TASK -> runTasks();
				case NEED_WRAP -> wrap(NOTHING);
				default -> this.received.hasRemaining() && unwrap(target);
			};
		}
		this.received.compact();
		return (this.engine.isInboundDone()) ? -1 : target.position() - start;
	}

	private boolean runTasks() {
		Runnable task = this.engine.getDelegatedTask();
		while (task != null) {
			task.run();
			task = this.engine.getDelegatedTask();
		}
		return true;
	}

	private boolean unwrap(ByteBuffer target) throws IOException {
		return this.engine.unwrap(this.received, target).getStatus() == SSLEngineResult.Status.OK;
	}

	// Return whether more could be written
	private boolean wrap(ByteBuffer source) throws IOException {
		if (!flush()) {
			return false;
		}
		this.unsent.clear();
		SSLEngineResult result = this.engine.wrap(source, this.unsent);
		this.unsent.flip();
		return result.getStatus() == SSLEngineResult.Status.OK && flush();
	}

	private boolean flush() throws IOException {
		if (this.unsent.hasRemaining()) {
			this.channel.write(this.unsent);
		}
		return !this.unsent.hasRemaining();
	}

	@Override
	public boolean write(ByteBuffer... sources) throws IOException {
		boolean free = flush();
		for (ByteBuffer source : sources) {
			while (free && source.hasRemaining() && this.engine.getHandshakeStatus() != HandshakeStatus.NEED_UNWRAP) {
				free = wrap(source);
			}
		}
		return free && !sources[sources.length - 1].hasRemaining();
	}

}
