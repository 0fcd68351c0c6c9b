package io.realtime4j.spring.websocket;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;

/**
 * The server's end of a connection.
 */
record RawPeer(Socket socket, DataInputStream in, DataOutputStream out, String request) {

	void respond(String head) throws IOException {
		this.out.write((head + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
		this.out.flush();
	}

	byte[] upgrade() {
		return upgrade("");
	}

	byte[] upgrade(String moreHeaders) {
		String key = this.request.lines()
			.filter((line) -> line.toLowerCase(Locale.ROOT).startsWith("sec-websocket-key:"))
			.findFirst()
			.orElseThrow()
			.substring("sec-websocket-key:".length())
			.trim();
		try {
			byte[] digest = MessageDigest.getInstance("SHA-1")
				.digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.ISO_8859_1));
			return ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
					+ "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(digest) + "\r\n" + moreHeaders
					+ "\r\n")
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

	void send(int opcode, boolean last, byte[] payload) throws IOException {
		this.out.write(RawFrame.encode(opcode, last, payload));
		this.out.flush();
	}

	void text(String text) throws IOException {
		send(RawFrame.TEXT, true, text.getBytes(StandardCharsets.UTF_8));
	}

	void closeFrame(int code, String reason) throws IOException {
		ByteArrayOutputStream payload = new ByteArrayOutputStream();
		payload.write(code >> 8);
		payload.write(code);
		payload.writeBytes(reason.getBytes(StandardCharsets.UTF_8));
		send(RawFrame.CLOSE, true, payload.toByteArray());
	}

	RawFrame read() throws IOException {
		int first = this.in.readUnsignedByte();
		int second = this.in.readUnsignedByte();
		long length = second & 0x7F;
		length = (length == 126) ? this.in.readUnsignedShort() : (length == 127) ? this.in.readLong() : length;
		byte[] mask = this.in.readNBytes(4);
		byte[] payload = this.in.readNBytes((int) length);
		for (int i = 0; i < payload.length; i++) {
			payload[i] ^= mask[i % 4];
		}
		return new RawFrame(first & 0x0F, (first & 0x80) != 0, payload);
	}

	void write(byte[]... parts) throws IOException {
		ByteArrayOutputStream segment = new ByteArrayOutputStream();
		for (byte[] part : parts) {
			segment.writeBytes(part);
		}
		this.out.write(segment.toByteArray());
		this.out.flush();
	}

	void drain() throws IOException {
		while (read().opcode() != RawFrame.CLOSE) {
			continue;
		}
	}

	void reset() throws IOException {
		this.socket.setSoLinger(true, 0);
		this.socket.close();
	}

}
