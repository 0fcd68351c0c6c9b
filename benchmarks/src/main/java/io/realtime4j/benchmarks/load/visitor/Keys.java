package io.realtime4j.benchmarks.load.visitor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import io.realtime4j.benchmarks.load.process.Pause;

/**
 * Asks for ephemeral keys, on a thread of its own.
 */
final class Keys implements AutoCloseable {

	private static final Duration PERIOD = Duration.ofMillis(50);

	private static final String GIVEN = "HTTP/1.1 200";

	private final URI url;

	private final InetAddress address;

	private final AtomicLong given = new AtomicLong();

	private final AtomicLong refused = new AtomicLong();

	private volatile boolean over;

	/**
	 * Begin to ask.
	 * @param url where the pages of the application connect to
	 * @param address where the requests come from
	 */
	Keys(URI url, InetAddress address) {
		this.url = url;
		this.address = address;
		Thread thread = new Thread(this::run, "keys");
		thread.setDaemon(true);
		thread.start();
	}

	private void run() {
		while (!this.over) {
			try {
				((ask()) ? this.given : this.refused).incrementAndGet();
			}
			catch (IOException ex) {
				this.refused.incrementAndGet();
			}
			Pause.of(PERIOD);
		}
	}

	private boolean ask() throws IOException {
		String host = this.url.getHost() + ":" + this.url.getPort();
		String request = "POST " + this.url.getPath() + "/client-secret HTTP/1.1\r\nHost: " + host
				+ "\r\nOrigin: http://" + host + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
		try (Socket socket = new Socket()) {
			socket.bind(new InetSocketAddress(this.address, 0));
			socket.connect(new InetSocketAddress(this.url.getHost(), this.url.getPort()));
			socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).startsWith(GIVEN);
		}
	}

	/**
	 * Return how many keys were given.
	 * @return the number
	 */
	long given() {
		return this.given.get();
	}

	/**
	 * Return how many were not.
	 * @return the number
	 */
	long refused() {
		return this.refused.get();
	}

	@Override
	public void close() {
		this.over = true;
	}

}
