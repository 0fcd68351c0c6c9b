package io.realtime4j.sample.page;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An address that stays while the application behind it goes and comes: nobody else can
 * take the port meanwhile. Whoever comes while nobody is there is sent away.
 */
final class Entrance implements AutoCloseable {

	private static final int NOWHERE = 0;

	private final ServerSocket door;

	private final Set<Socket> open = ConcurrentHashMap.newKeySet();

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private volatile int port = NOWHERE;

	Entrance() throws IOException {
		this.door = new ServerSocket(0);
		this.threads.execute(this::admit);
	}

	/**
	 * Return the address of the entrance.
	 * @return the port that never changes
	 */
	int port() {
		return this.door.getLocalPort();
	}

	/**
	 * Lead all who come from now on to an application.
	 * @param port the port at which it listens
	 */
	void leadTo(int port) {
		this.port = port;
	}

	/**
	 * Send all away who come from now on.
	 */
	void leadNowhere() {
		this.port = NOWHERE;
	}

	private void admit() {
		while (!this.door.isClosed()) {
			try {
				Socket guest = this.door.accept();
				this.threads.execute(() -> lead(guest));
			}
			catch (IOException ex) {
				// Closed, or the guest has gone away again
			}
		}
	}

	private void lead(Socket guest) {
		try (guest; Socket host = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			this.open.add(guest);
			this.threads.execute(() -> pass(guest, host));
			host.getInputStream().transferTo(guest.getOutputStream());
		}
		catch (IOException ex) {
			// Nobody is there, or not any more
		}
		finally {
			this.open.remove(guest);
		}
	}

	private static void pass(Socket guest, Socket host) {
		try {
			guest.getInputStream().transferTo(host.getOutputStream());
			host.shutdownOutput();
		}
		catch (IOException ex) {
			// One of them has gone, which the other way tells too
		}
	}

	@Override
	public void close() throws IOException {
		this.door.close();
		for (Socket guest : this.open) {
			guest.close();
		}
		this.threads.shutdown();
	}

}
