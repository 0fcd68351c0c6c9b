package io.realtime4j.benchmarks.load.soak;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import io.realtime4j.benchmarks.load.process.Pause;

/**
 * A connection through the proxy.
 */
final class Tunnel {

	private static final int BUFFER = 8192;

	private final Socket client;

	private final Socket server;

	private final AtomicBoolean ended = new AtomicBoolean();

	private volatile long stalledUntil = System.nanoTime();

	Tunnel(Socket client, Socket server) {
		this.client = client;
		this.server = server;
	}

	/**
	 * Carry bytes both ways.
	 * @param onEnd is called when it is over
	 */
	void open(Runnable onEnd) {
		FaultProxy.start("up", () -> carry(this.client, this.server, onEnd));
		FaultProxy.start("down", () -> carry(this.server, this.client, onEnd));
	}

	private void carry(Socket from, Socket to, Runnable onEnd) {
		byte[] buffer = new byte[BUFFER];
		try {
			int count = from.getInputStream().read(buffer);
			while (count >= 0) {
				Pause.until(() -> this.ended.get() || System.nanoTime() - this.stalledUntil >= 0, Duration.ofHours(1));
				to.getOutputStream().write(buffer, 0, count);
				count = from.getInputStream().read(buffer);
			}
		}
		catch (IOException ex) {
			// Either side is gone, and so is the other then
		}
		cut(false);
		onEnd.run();
	}

	/**
	 * Carry nothing for a while.
	 * @param time how long
	 */
	void stall(Duration time) {
		this.stalledUntil = System.nanoTime() + time.toNanos();
	}

	/**
	 * End it, without a close frame.
	 * @param reset by a reset rather than an end
	 */
	void cut(boolean reset) {
		if (this.ended.compareAndSet(false, true)) {
			close(this.client, reset);
			close(this.server, reset);
		}
	}

	private static void close(Socket socket, boolean reset) {
		try (socket) {
			if (reset) {
				socket.setSoLinger(true, 0);
			}
		}
		catch (IOException ex) {
			// It is closed already
		}
	}

}
