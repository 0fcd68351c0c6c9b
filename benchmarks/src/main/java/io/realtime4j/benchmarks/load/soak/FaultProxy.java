package io.realtime4j.benchmarks.load.soak;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

import io.realtime4j.benchmarks.load.process.Pause;

/**
 * A way to a server on which connections are cut, stalled and refused at random.
 */
public final class FaultProxy implements AutoCloseable {

	private static final byte[] UNAVAILABLE = "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
		.getBytes(StandardCharsets.US_ASCII);

	private static final int BACKLOG = 256;

	private static final Duration CLOSED_PORT = Duration.ofSeconds(1);

	private static final Duration REBIND = Duration.ofSeconds(10);

	private static final Duration UNAVAILABLE_TIME = Duration.ofSeconds(2);

	private static final int MAX_STALL_MILLIS = 4000;

	private static final Duration SILENCE = Duration.ofMinutes(10);

	private final List<Tunnel> tunnels = new CopyOnWriteArrayList<>();

	private final Map<Fault, Integer> counts = new EnumMap<>(Fault.class);

	private final int target;

	private final Random random;

	private final int port;

	private volatile ServerSocket listening;

	private volatile long unavailableUntil = System.nanoTime();

	private volatile boolean closed;

	/**
	 * Create a proxy that is free of faults.
	 * @param target the port of the server on this machine
	 * @param seed decides what happens
	 */
	public FaultProxy(int target, long seed) {
		this.target = target;
		this.random = new Random(seed);
		this.listening = listen(0);
		this.port = this.listening.getLocalPort();
		start("accept", this::accept);
	}

	/**
	 * Return the port to connect to.
	 * @return the port on this machine
	 */
	public int port() {
		return this.port;
	}

	/**
	 * Return how often what was done.
	 * @return the numbers by fault
	 */
	public Map<Fault, Integer> counts() {
		return this.counts;
	}

	/**
	 * Do something bad.
	 */
	public void disturb() {
		Fault fault = Fault.values()[this.random.nextInt(Fault.values().length)];
		List<Tunnel> live = List.copyOf(this.tunnels);
		if (fault == Fault.CLOSED_PORT) {
			closePort();
		}
		else if (fault == Fault.UNAVAILABLE) {
			this.unavailableUntil = System.nanoTime() + UNAVAILABLE_TIME.toNanos();
		}
		else if (live.isEmpty()) {
			return;
		}
		else {
			disturb(live.get(this.random.nextInt(live.size())), fault);
		}
		this.counts.merge(fault, 1, Integer::sum);
	}

	private void disturb(Tunnel tunnel, Fault fault) {
		switch (fault) {
			case RESET -> tunnel.cut(true);
			case END -> tunnel.cut(false);
			case STALL -> tunnel.stall(Duration.ofMillis(this.random.nextInt(MAX_STALL_MILLIS)));
			default -> tunnel.stall(SILENCE);
		}
	}

	private void closePort() {
		// Whoever is connected loses the connection, and finds nobody for a while
		closeQuietly(this.listening);
		this.tunnels.forEach((tunnel) -> tunnel.cut(true));
		Pause.of(CLOSED_PORT);
		Pause.until(this::rebind, REBIND);
		start("accept", this::accept);
	}

	private boolean rebind() {
		try {
			this.listening = listen(this.port);
			return true;
		}
		catch (UncheckedIOException ex) {
			return false;
		}
	}

	private static ServerSocket listen(int port) {
		try {
			ServerSocket socket = new ServerSocket();
			socket.setReuseAddress(true);
			socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
			return socket;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void accept() {
		ServerSocket current = this.listening;
		while (!this.closed) {
			try {
				serve(current.accept());
			}
			catch (IOException ex) {
				if (current.isClosed()) {
					return;
				}
			}
		}
	}

	private void serve(Socket client) throws IOException {
		if (System.nanoTime() < this.unavailableUntil) {
			try (client) {
				client.getOutputStream().write(UNAVAILABLE);
				client.shutdownOutput();
				// Unread bytes would turn the end into a reset
				client.setSoTimeout((int) CLOSED_PORT.toMillis());
				client.getInputStream().transferTo(OutputStream.nullOutputStream());
			}
			return;
		}
		Tunnel tunnel = new Tunnel(client, new Socket(InetAddress.getLoopbackAddress(), this.target));
		this.tunnels.add(tunnel);
		tunnel.open(() -> this.tunnels.remove(tunnel));
	}

	static void start(String name, Runnable task) {
		Thread thread = new Thread(task, "proxy-" + name);
		thread.setDaemon(true);
		thread.start();
	}

	private static void closeQuietly(AutoCloseable resource) {
		try {
			resource.close();
		}
		catch (Exception ex) {
			// It is of no use any more
		}
	}

	@Override
	public void close() {
		this.closed = true;
		closeQuietly(this.listening);
		this.tunnels.forEach((tunnel) -> tunnel.cut(false));
	}

	/**
	 * Fault that can happen to a connection.
	 */
	public enum Fault {

		/**
		 * A connection is reset.
		 */
		RESET,

		/**
		 * A connection ends without a close frame.
		 */
		END,

		/**
		 * A connection carries nothing for some seconds.
		 */
		STALL,

		/**
		 * A connection carries nothing any more, and nobody says so.
		 */
		SILENCE,

		/**
		 * All connections are reset, and new ones are refused for a second.
		 */
		CLOSED_PORT,

		/**
		 * New connections are answered with status 503 for two seconds.
		 */
		UNAVAILABLE

	}

}
