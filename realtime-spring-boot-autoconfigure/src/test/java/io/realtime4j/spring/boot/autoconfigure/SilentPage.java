package io.realtime4j.spring.boot.autoconfigure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A page on a plain socket, which reads only what a test waits for and answers nothing,
 * as one whose machine lost its power.
 */
final class SilentPage implements AutoCloseable {

	private static final int TIMEOUT_MILLIS = 20_000;

	/**
	 * Little is taken before the server notices that nobody reads.
	 */
	private static final int RECEIVE_BUFFER = 4096;

	private final Socket socket;

	private SilentPage(Socket socket) {
		this.socket = socket;
	}

	static SilentPage connect(int port, String subprotocol) {
		try {
			Socket socket = new Socket();
			socket.setReceiveBufferSize(RECEIVE_BUFFER);
			socket.setSoTimeout(TIMEOUT_MILLIS);
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
			socket.getOutputStream()
				.write(("GET /realtime HTTP/1.1\r\nHost: localhost:" + port + "\r\nConnection: Upgrade\r\n"
						+ "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
						+ "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: " + subprotocol
						+ "\r\n\r\n")
					.getBytes(StandardCharsets.ISO_8859_1));
			StringBuilder answer = new StringBuilder();
			while (answer.indexOf("\r\n\r\n") < 0) {
				answer.append(read(socket));
			}
			assertThat(answer.toString()).startsWith("HTTP/1.1 101 ");
			return new SilentPage(socket);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Send a short text frame, with a mask that changes nothing.
	 * @param json the text
	 * @return this page
	 */
	SilentPage send(String json) {
		byte[] text = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
		assertThat(text).hasSizeLessThan(126);
		ByteArrayOutputStream frame = new ByteArrayOutputStream();
		frame.write(0x81);
		frame.write(0x80 | text.length);
		frame.writeBytes(new byte[4]);
		frame.writeBytes(text);
		try {
			this.socket.getOutputStream().write(frame.toByteArray());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return this;
	}

	/**
	 * Read until a message of a type has come, and nothing behind it.
	 * @param type the type
	 */
	void await(String type) {
		StringBuilder read = new StringBuilder();
		while (read.indexOf("\"" + type + "\"") < 0) {
			read.append(read(this.socket));
		}
	}

	private static char read(Socket socket) {
		try {
			int next = socket.getInputStream().read();
			assertThat(next).as("what the server says").isNotNegative();
			return (char) next;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
