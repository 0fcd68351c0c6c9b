package io.realtime4j.spring.websocket;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A server on a raw socket, for what a polite one never does. Each connection is handled
 * by the given script on a thread of its own.
 */
final class RawServer implements AutoCloseable {

	static final int TEXT = 1;

	static final int BINARY = 2;

	static final int CLOSE = 8;

	static final int PING = 9;

	static final int PONG = 10;

	private final ServerSocket socket;

	private final Script script;

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private final List<Socket> connections = new CopyOnWriteArrayList<>();

	private RawServer(Script script) throws IOException {
		this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		this.script = script;
	}

	static RawServer start(Script script) throws IOException {
		RawServer server = new RawServer(script);
		daemon(server::accept);
		return server;
	}

	URI uri() {
		return URI.create("ws://127.0.0.1:" + this.socket.getLocalPort() + "/v1/realtime");
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
			DataInputStream in = new DataInputStream(connection.getInputStream());
			String request = head(in);
			this.requests.add(request);
			this.script.run(new Peer(connection, in, new DataOutputStream(connection.getOutputStream()), request));
		}
		catch (IOException ex) {
			// The client is gone
		}
	}

	private static void daemon(Runnable task) {
		Thread thread = new Thread(task, "raw-server");
		thread.setDaemon(true);
		thread.start();
	}

	private static String head(DataInputStream in) throws IOException {
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

		void run(Peer peer) throws IOException;

	}

	/**
	 * A frame from the client, unmasked.
	 */
	record Frame(int opcode, boolean last, byte[] payload) {

		String text() {
			return new String(this.payload, StandardCharsets.UTF_8);
		}

	}

	/**
	 * The server's end of a connection.
	 */
	record Peer(Socket socket, DataInputStream in, DataOutputStream out, String request) {

		void respond(String head) throws IOException {
			this.out.write((head + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
			this.out.flush();
		}

		byte[] upgrade() {
			String key = this.request.lines()
				.filter((line) -> line.toLowerCase(java.util.Locale.ROOT).startsWith("sec-websocket-key:"))
				.findFirst()
				.orElseThrow()
				.substring("sec-websocket-key:".length())
				.trim();
			try {
				byte[] digest = MessageDigest.getInstance("SHA-1")
					.digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.ISO_8859_1));
				return ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
						+ "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(digest) + "\r\n\r\n")
					.getBytes(StandardCharsets.ISO_8859_1);
			}
			catch (NoSuchAlgorithmException ex) {
				throw new IllegalStateException(ex);
			}
		}

		void accept() throws IOException {
			this.out.write(upgrade());
			this.out.flush();
		}

		static byte[] frame(int opcode, boolean last, byte[] payload) {
			ByteArrayOutputStream frame = new ByteArrayOutputStream();
			frame.write((last ? 0x80 : 0) | opcode);
			if (payload.length < 126) {
				frame.write(payload.length);
			}
			else if (payload.length < 65536) {
				frame.write(126);
				frame.write(payload.length >> 8);
				frame.write(payload.length);
			}
			else {
				frame.write(127);
				for (int shift = 56; shift >= 0; shift -= 8) {
					frame.write((int) (((long) payload.length) >> shift));
				}
			}
			frame.writeBytes(payload);
			return frame.toByteArray();
		}

		void send(int opcode, boolean last, byte[] payload) throws IOException {
			this.out.write(frame(opcode, last, payload));
			this.out.flush();
		}

		void text(String text) throws IOException {
			send(TEXT, true, text.getBytes(StandardCharsets.UTF_8));
		}

		void closeFrame(int code, String reason) throws IOException {
			ByteArrayOutputStream payload = new ByteArrayOutputStream();
			payload.write(code >> 8);
			payload.write(code);
			payload.writeBytes(reason.getBytes(StandardCharsets.UTF_8));
			send(CLOSE, true, payload.toByteArray());
		}

		Frame read() throws IOException {
			int first = this.in.readUnsignedByte();
			int second = this.in.readUnsignedByte();
			long length = second & 0x7F;
			length = (length == 126) ? this.in.readUnsignedShort() : (length == 127) ? this.in.readLong() : length;
			byte[] mask = this.in.readNBytes(4);
			byte[] payload = this.in.readNBytes((int) length);
			for (int i = 0; i < payload.length; i++) {
				payload[i] ^= mask[i % 4];
			}
			return new Frame(first & 0x0F, (first & 0x80) != 0, payload);
		}

		void drain() throws IOException {
			while (read().opcode() != CLOSE) {
				continue;
			}
		}

		void reset() throws IOException {
			this.socket.setSoLinger(true, 0);
			this.socket.close();
		}

	}

}
