package io.realtime4j.spring.phone.asterisk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.context.SmartLifecycle;
import org.springframework.util.Assert;
import org.springframework.web.socket.WebSocketHandler;

/**
 * Internal server for the connections of Asterisk. How many there are is up to the engine
 * of calls, which closes those that it does not take.
 */
public final class AudioSocketServer implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(AudioSocketServer.class);

	private static final String THREAD = "realtime-asterisk";

	private static final long PAUSE_NANOS = 1_000_000_000;

	private final WebSocketHandler handler;

	private final Settings settings;

	private final Executor executor;

	private volatile @Nullable ServerSocket server;

	/**
	 * Create a server.
	 * @param handler is told what happens to connections
	 * @param settings the settings
	 * @param executor runs two threads for each connection
	 */
	public AudioSocketServer(WebSocketHandler handler, Settings settings, Executor executor) {
		this.handler = handler;
		this.settings = settings;
		this.executor = executor;
	}

	/**
	 * Return the port.
	 * @return the port that is listened on
	 */
	public int port() {
		ServerSocket current = this.server;
		Assert.state(current != null, "The server is not running");
		return current.getLocalPort();
	}

	@Override
	public void start() {
		InetSocketAddress address = this.settings.address();
		try {
			ServerSocket opened = new ServerSocket();
			opened.setReuseAddress(true);
			opened.bind(address);
			this.server = opened;
			// Not a daemon: where there is no web server, nothing else keeps the JVM
			// alive
			new Thread(() -> accept(opened), THREAD).start();
			logger.info("Asterisk may connect to " + opened.getLocalSocketAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Asterisk cannot be listened to at " + address, ex);
		}
	}

	private void accept(ServerSocket opened) {
		while (!opened.isClosed()) {
			try {
				serve(opened.accept());
			}
			catch (IOException ex) {
				if (!opened.isClosed()) {
					logger.warn("Asterisk cannot be listened to for a moment", ex);
					pause();
				}
			}
		}
	}

	private void serve(Socket socket) throws IOException {
		AudioSocketLine line = new AudioSocketLine(socket, this.handler, this.settings.rate());
		try {
			this.executor.execute(() -> line.run(this.executor));
		}
		catch (RejectedExecutionException ex) {
			socket.close();
		}
	}

	// Files may be used up, and would fill the log
	private static void pause() {
		LockSupport.parkNanos(PAUSE_NANOS);
	}

	@Override
	public void stop() {
		ServerSocket current = this.server;
		this.server = null;
		if (current != null) {
			try {
				current.close();
			}
			catch (IOException ex) {
				logger.debug("The server of Asterisk could not be closed", ex);
			}
		}
	}

	@Override
	public boolean isRunning() {
		return this.server != null;
	}

	@Override
	public boolean isPauseable() {
		return false;
	}

	/**
	 * Internal settings of the server.
	 *
	 * @param address where it listens
	 * @param rate the rate of the audio in both directions
	 */
	public record Settings(InetSocketAddress address, AudioSocketRate rate) {
	}

}
