package io.realtime4j.benchmarks.load.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.realtime4j.benchmarks.load.wire.FrameReader;
import io.realtime4j.benchmarks.load.wire.FrameReader.Message;
import io.realtime4j.benchmarks.load.wire.Frames;
import io.realtime4j.benchmarks.load.wire.Frames.Opcode;
import org.jspecify.annotations.Nullable;

/**
 * A client, as the one thread of the server sees it.
 */
final class Connection {

	private static final Pattern KEY = Pattern.compile("(?i)\r\nSec-WebSocket-Key: *(\\S+)");

	private static final String END_OF_HEAD = "\r\n\r\n";

	private final int number;

	private final Link link;

	private final Scenario scenario;

	private final FrameReader reader = new FrameReader();

	private final Deque<ByteBuffer> outgoing = new ArrayDeque<>();

	private ByteBuffer incoming;

	private @Nullable Burst burst;

	private boolean open;

	private boolean closing;

	Connection(int number, Link link, Scenario scenario, int bufferSize) {
		this.number = number;
		this.link = link;
		this.scenario = scenario;
		this.incoming = ByteBuffer.allocate(bufferSize);
	}

	int number() {
		return this.number;
	}

	/**
	 * Send something, behind all that was sent before, at the next {@link #flush()}.
	 * @param frame the bytes of a frame
	 */
	void send(byte[] frame) {
		this.outgoing.add(ByteBuffer.wrap(frame));
	}

	/**
	 * Send a burst behind all that was sent before; what is sent later waits for it.
	 * @param burst the burst
	 */
	void send(Burst burst) {
		this.burst = burst;
	}

	boolean isBusy() {
		return this.burst != null;
	}

	/**
	 * Read and answer.
	 * @return whether the connection goes on
	 * @throws IOException if the client is gone
	 */
	boolean read() throws IOException {
		int count = this.link.read(this.incoming);
		while (count > 0) {
			take();
			count = this.link.read(this.incoming);
		}
		return count == 0 && !this.closing;
	}

	private void take() {
		this.incoming.flip();
		if (!this.open) {
			this.open = shakeHands();
		}
		Message message = (this.open) ? this.reader.next(this.incoming) : null;
		while (message != null) {
			answer(message);
			message = this.reader.next(this.incoming);
		}
		this.incoming.compact();
		if (this.incoming.remaining() < this.incoming.capacity() / 2) {
			this.incoming = ByteBuffer.allocate(this.incoming.capacity() * 2).put(this.incoming.flip());
		}
	}

	private boolean shakeHands() {
		String head = StandardCharsets.ISO_8859_1.decode(this.incoming.duplicate()).toString();
		Matcher key = KEY.matcher(head);
		int end = head.indexOf(END_OF_HEAD);
		if (end < 0 || !key.find()) {
			return false;
		}
		this.incoming.position(this.incoming.position() + end + END_OF_HEAD.length());
		send(Frames.accept(key.group(1)));
		this.scenario.opened(this);
		return true;
	}

	private void answer(Message message) {
		if (message.opcode() == Opcode.TEXT) {
			this.scenario.received(this, message.text());
		}
		else if (message.opcode() == Opcode.PING) {
			send(Frames.frame(Opcode.PONG, message.payload()));
		}
		else if (message.opcode() == Opcode.CLOSE) {
			send(Frames.frame(Opcode.CLOSE, message.payload()));
			this.closing = true;
		}
	}

	/**
	 * Write as much as can be written now.
	 * @return whether everything is on its way
	 * @throws IOException if the client is gone
	 */
	boolean flush() throws IOException {
		while (!this.outgoing.isEmpty()) {
			boolean done = this.link.write(this.outgoing.toArray(ByteBuffer[]::new));
			this.outgoing.removeIf((buffer) -> !buffer.hasRemaining());
			if (!done) {
				return false;
			}
		}
		Burst current = this.burst;
		if (current == null) {
			return true;
		}
		if (!current.write(this.link)) {
			return false;
		}
		this.burst = null;
		this.scenario.pushed(this);
		return flush();
	}

}
