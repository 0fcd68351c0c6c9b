package io.realtime4j.benchmarks.load.page;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

import io.realtime4j.benchmarks.load.wire.FrameReader;
import io.realtime4j.benchmarks.load.wire.FrameReader.Message;
import io.realtime4j.benchmarks.load.wire.Frames;
import io.realtime4j.benchmarks.load.wire.Frames.Opcode;
import org.jspecify.annotations.Nullable;

/**
 * The connection of a page to the application, made as browsers make theirs.
 */
public final class Page {

	private static final String END_OF_HEAD = "\r\n\r\n";

	private static final String SWITCHING = "HTTP/1.1 101";

	private static final int BUFFER = 16 * 1024;

	private final SocketChannel channel;

	private final PageScript script;

	private final FrameReader reader = new FrameReader();

	private final Deque<ByteBuffer> outgoing = new ArrayDeque<>();

	private ByteBuffer incoming = ByteBuffer.allocate(BUFFER);

	private @Nullable Inflation inflation;

	private boolean open;

	private boolean vanishing;

	private String refusal = "";

	private int closeCode;

	Page(SocketChannel channel, PageScript script) {
		this.channel = channel;
		this.script = script;
	}

	void shakeHands(URI url, boolean deflate) {
		String host = url.getHost() + ":" + url.getPort();
		String subprotocol = this.script.subprotocol();
		String head = "GET " + url.getPath() + " HTTP/1.1\r\nHost: " + host + "\r\nOrigin: http://" + host
				+ "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
				+ "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
				+ ((deflate) ? "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n" : "")
				+ ((subprotocol.isEmpty()) ? "" : "Sec-WebSocket-Protocol: " + subprotocol + "\r\n")
				+ this.script.headers() + "\r\n";
		this.outgoing.add(ByteBuffer.wrap(head.getBytes(StandardCharsets.US_ASCII)));
	}

	/**
	 * Send a text.
	 * @param text the text
	 */
	public void send(String text) {
		send(Frames.masked(Opcode.TEXT, text.getBytes(StandardCharsets.UTF_8)));
	}

	/**
	 * Send a frame.
	 * @param frame the bytes, masked
	 */
	public void send(byte[] frame) {
		this.outgoing.add(ByteBuffer.wrap(frame));
	}

	/**
	 * Return whether much waits to be sent, since the application does not read.
	 * @return whether it does
	 */
	public boolean isBusy() {
		return !this.outgoing.isEmpty();
	}

	/**
	 * Say goodbye, as a page does that is closed.
	 */
	public void goodbye() {
		send(Frames.masked(Opcode.CLOSE, new byte[] { 3, (byte) 0xe8 }));
	}

	/**
	 * Lose the connection, as soon as what was sent is on its way.
	 */
	public void vanish() {
		this.vanishing = true;
	}

	boolean isVanishing() {
		return this.vanishing;
	}

	PageScript script() {
		return this.script;
	}

	boolean isReady() {
		return this.open && this.script.isReady();
	}

	/**
	 * Return the first line of the answer that refused the page.
	 * @return the line, empty if it was not refused
	 */
	String refusal() {
		return this.refusal;
	}

	/**
	 * Return why the application closed the connection.
	 * @return the code, 0 if it said none
	 */
	int closeCode() {
		return this.closeCode;
	}

	/**
	 * Read and react.
	 * @return whether the connection goes on
	 * @throws IOException if the application is gone
	 */
	boolean read() throws IOException {
		int count = this.channel.read(this.incoming);
		while (count > 0 && this.closeCode == 0 && this.refusal.isEmpty()) {
			take();
			count = this.channel.read(this.incoming);
		}
		return count == 0 && this.closeCode == 0 && this.refusal.isEmpty();
	}

	private void take() {
		this.incoming.flip();
		if (!this.open) {
			this.open = readHead();
		}
		Message message = (this.open) ? this.reader.next(this.incoming) : null;
		while (message != null) {
			react(message);
			message = this.reader.next(this.incoming);
		}
		this.incoming.compact();
		if (this.incoming.remaining() < this.incoming.capacity() / 2) {
			this.incoming = ByteBuffer.allocate(this.incoming.capacity() * 2).put(this.incoming.flip());
		}
	}

	private boolean readHead() {
		String head = StandardCharsets.ISO_8859_1.decode(this.incoming.duplicate()).toString();
		int end = head.indexOf(END_OF_HEAD);
		if (end < 0) {
			return false;
		}
		if (!head.startsWith(SWITCHING)) {
			this.refusal = head.lines().findFirst().orElse("");
			return false;
		}
		if (head.toLowerCase(Locale.ROOT).contains("permessage-deflate")) {
			this.inflation = new Inflation();
		}
		this.incoming.position(this.incoming.position() + end + END_OF_HEAD.length());
		this.open = true;
		this.script.opened(this);
		return true;
	}

	private void react(Message message) {
		byte[] payload = message.payload();
		Inflation inflation = this.inflation;
		if (message.compressed() && inflation != null) {
			payload = inflation.inflate(payload);
		}
		switch (message.opcode()) {
			case TEXT -> this.script.text(this, new String(payload, StandardCharsets.UTF_8));
			case BINARY -> this.script.binary(this, payload);
			case PING -> send(Frames.masked(Opcode.PONG, payload));
			case CLOSE -> {
				this.closeCode = (payload.length < 2) ? 1005 : ByteBuffer.wrap(payload).getShort() & 0xffff;
				send(Frames.masked(Opcode.CLOSE, payload));
			}
			default -> {
			}
		}
	}

	/**
	 * Write as much as can be written now.
	 * @return whether everything is on its way
	 * @throws IOException if the application is gone
	 */
	boolean flush() throws IOException {
		while (!this.outgoing.isEmpty()) {
			this.channel.write(this.outgoing.toArray(ByteBuffer[]::new));
			this.outgoing.removeIf((buffer) -> !buffer.hasRemaining());
			if (!this.outgoing.isEmpty()) {
				return false;
			}
		}
		return true;
	}

}
