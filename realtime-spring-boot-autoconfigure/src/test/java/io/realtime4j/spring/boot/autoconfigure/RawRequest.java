package io.realtime4j.spring.boot.autoconfigure;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A request that says what no HTTP client lets it say.
 */
final class RawRequest {

	private static final int TIMEOUT_MILLIS = 20_000;

	private final List<String> lines = new ArrayList<>();

	private RawRequest(String line) {
		this.lines.add(line + " HTTP/1.1");
		this.lines.add("Connection: close");
	}

	static RawRequest get(String path) {
		return new RawRequest("GET " + path);
	}

	static RawRequest post(String path) {
		return new RawRequest("POST " + path).header("Content-Length", "0");
	}

	static RawRequest handshake(String path) {
		return handshake(path, "realtime4j.v1");
	}

	static RawRequest handshake(String path, String subprotocol) {
		RawRequest request = new RawRequest("GET " + path);
		request.lines.set(1, "Connection: Upgrade");
		return request.header("Upgrade", "websocket")
			.header("Sec-WebSocket-Version", "13")
			.header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
			.header("Sec-WebSocket-Protocol", subprotocol);
	}

	RawRequest header(String name, String value) {
		this.lines.add(name + ": " + value);
		return this;
	}

	/**
	 * Send the request to this machine, and return the status of the answer.
	 * @param port the port
	 * @return the status
	 */
	int send(int port) {
		return Integer.parseInt(ask(port).substring("HTTP/1.1 ".length()).split(" ")[0]);
	}

	/**
	 * Send the request to this machine, and return the head of the answer.
	 * @param port the port
	 * @return the head
	 */
	String ask(int port) {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			socket.setSoTimeout(TIMEOUT_MILLIS);
			String text = String.join("\r\n", this.lines) + "\r\n\r\n";
			socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
			StringBuilder head = new StringBuilder();
			while (head.indexOf("\r\n\r\n") < 0) {
				int next = socket.getInputStream().read();
				if (next < 0) {
					throw new EOFException("The answer ends early");
				}
				head.append((char) next);
			}
			return head.toString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
