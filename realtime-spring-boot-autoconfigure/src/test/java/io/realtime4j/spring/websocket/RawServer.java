package io.realtime4j.spring.websocket;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.net.ServerSocketFactory;

/**
 * A server on a raw socket, for what a polite one never does. Each connection is handled
 * by the given script on a thread of its own.
 */
final class RawServer implements AutoCloseable {

	private final ServerSocket socket;

	private final Script script;

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private final List<Socket> connections = new CopyOnWriteArrayList<>();

	private RawServer(ServerSocketFactory sockets, Script script) throws IOException {
		this.socket = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
		this.script = script;
	}

	static RawServer start(Script script) throws IOException {
		return start(ServerSocketFactory.getDefault(), script);
	}

	static RawServer start(ServerSocketFactory sockets, Script script) throws IOException {
		RawServer server = new RawServer(sockets, script);
		daemon(server::accept);
		return server;
	}

	URI uri() {
		return URI.create("ws://127.0.0.1:" + port() + "/v1/realtime");
	}

	int port() {
		return this.socket.getLocalPort();
	}

	/**
	 * Return how many connections were made, whether or not anything came over them.
	 */
	int connections() {
		return this.connections.size();
	}

	List<String> requests() {
		return this.requests;
	}

	private void accept() {
		while (!this.socket.isClosed()) {
			try {
				Socket connection = this.socket.accept();
				this.connections.add(connection);
				daemon(() -> serve(connection));
			}
			catch (IOException ex) {
				return;
			}
		}
	}

	private void serve(Socket connection) {
		try (connection) {
			DataInputStream in = new DataInputStream(new BufferedInputStream(connection.getInputStream()));
			String request = head(in);
			this.requests.add(request);
			this.script.run(new RawPeer(connection, in, new DataOutputStream(connection.getOutputStream()), request));
		}
		catch (IOException ex) {
			// The client is gone
		}
	}

	static void daemon(Runnable task) {
		Thread thread = new Thread(task, "raw-server");
		thread.setDaemon(true);
		thread.start();
	}

	static String head(DataInputStream in) throws IOException {
		ByteArrayOutputStream head = new ByteArrayOutputStream();
		while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
			head.write(in.readUnsignedByte());
		}
		return head.toString(StandardCharsets.ISO_8859_1);
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
		for (Socket connection : this.connections) {
			connection.close();
		}
	}

	/**
	 * What the server does with a connection.
	 */
	@FunctionalInterface
	interface Script {

		void run(RawPeer peer) throws IOException;

	}

}
