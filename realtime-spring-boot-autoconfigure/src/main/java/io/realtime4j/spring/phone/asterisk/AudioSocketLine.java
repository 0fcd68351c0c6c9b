package io.realtime4j.spring.phone.asterisk;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import io.realtime4j.spring.bridge.connection.CloseReasons;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketMessage;

/**
 * One connection of Asterisk, seen by the engine of calls as a carrier that queues audio:
 * the queue is here, since Asterisk has none, and so are the marks. One thread reads, and
 * another one writes a frame every 20 ms.
 */
final class AudioSocketLine extends AudioSocketSession {

	private static final Log logger = LogFactory.getLog(AudioSocketLine.class);

	private static final long FRAME_NANOS = 20_000_000;

	/**
	 * A thread that is later than this does not catch up: the caller has heard a gap, and
	 * what is sent at once is not heard at once.
	 */
	private static final long MAX_LATE_NANOS = 3 * FRAME_NANOS;

	/**
	 * How long Asterisk may take to read what is sent last.
	 */
	private static final Duration LAST_WORD = Duration.ofSeconds(10);

	/**
	 * The engine gives more when it thinks that what it gave must have been heard.
	 */
	private static final int SPARE = 2;

	private static final int UUID_LENGTH = 16;

	/**
	 * A second of audio at 8 kHz, and far more than a frame at any rate.
	 */
	private static final int MAX_CONTENT = 16 * 1024;

	private static final CloseStatus BAD_UUID = CloseStatus.BAD_DATA.withReason("The call has no UUID");

	private static final CloseStatus TOO_SLOW = CloseStatus.POLICY_VIOLATION.withReason("Asterisk does not read");

	private final AudioSocketPlayout playout = new AudioSocketPlayout(SPARE * AudioSocketDialect.MAX_QUEUED_MESSAGES);

	private final CountDownLatch written = new CountDownLatch(1);

	private final AtomicBoolean closed = new AtomicBoolean();

	private final Socket socket;

	private final WebSocketHandler handler;

	private final int audioKind;

	private final Duration lastWord;

	private volatile Consumer<String> marks = (name) -> {
	};

	private volatile CloseStatus status = CloseStatus.NO_CLOSE_FRAME;

	AudioSocketLine(Socket socket, WebSocketHandler handler, AudioSocketRate rate) {
		this(socket, handler, rate, LAST_WORD);
	}

	AudioSocketLine(Socket socket, WebSocketHandler handler, AudioSocketRate rate, Duration lastWord) {
		super((InetSocketAddress) socket.getLocalSocketAddress(), (InetSocketAddress) socket.getRemoteSocketAddress());
		this.socket = socket;
		this.handler = handler;
		this.audioKind = rate.kind();
		this.lastWord = lastWord;
	}

	/**
	 * Read until the end of the connection.
	 * @param executor runs the thread that writes
	 */
	void run(Executor executor) {
		try {
			this.socket.setTcpNoDelay(true);
			this.handler.afterConnectionEstablished(this);
			executor.execute(this::write);
			DataInputStream in = new DataInputStream(new BufferedInputStream(this.socket.getInputStream()));
			AudioSocketFrame frame = AudioSocketFrame.read(in);
			while (frame != null && isOpen()) {
				receive(frame);
				frame = AudioSocketFrame.read(in);
			}
		}
		catch (IOException ex) {
			logger.debug("The connection of a call ended", ex);
		}
		catch (Exception ex) {
			logger.warn("The connection of a call failed", ex);
		}
		finally {
			end();
		}
	}

	private void end() {
		boolean closing = !shut();
		try {
			this.handler.afterConnectionClosed(this, this.status);
		}
		catch (Exception ex) {
			logger.warn("The end of a call could not be told", ex);
		}
		if (closing) {
			awaitLastWord();
			closeSocket();
		}
	}

	private void receive(AudioSocketFrame frame) throws Exception {
		byte[] content = frame.content();
		if (content.length > MAX_CONTENT) {
			close(CloseReasons.TOO_LARGE);
			return;
		}
		switch (frame.kind()) {
			case AudioSocketFrame.TERMINATE -> receive(AudioSocketDialect.STOP);
			case AudioSocketFrame.UUID -> receiveUuid(content);
			case AudioSocketFrame.KEY ->
				receive(AudioSocketDialect.KEY + new String(content, StandardCharsets.ISO_8859_1));
			case AudioSocketFrame.ERROR ->
				receive(AudioSocketDialect.ERROR + ((content.length > 0) ? String.valueOf(content[0]) : "unknown"));
			default -> {
				if (AudioSocketRate.isAudio(frame.kind())) {
					this.handler.handleMessage(this, new BinaryMessage(
							ByteBuffer.allocate(content.length + 1).put((byte) frame.kind()).put(content).flip()));
				}
			}
		}
	}

	private void receiveUuid(byte[] content) throws Exception {
		if (content.length != UUID_LENGTH) {
			close(BAD_UUID);
			return;
		}
		ByteBuffer uuid = ByteBuffer.wrap(content);
		receive(AudioSocketDialect.UUID_TEXT + new UUID(uuid.getLong(), uuid.getLong()));
	}

	private void receive(String text) throws Exception {
		this.handler.handleMessage(this, new TextMessage(text));
	}

	/**
	 * Set who is told of marks that are passed. It is told by the thread that writes, and
	 * never while the engine sends.
	 * @param listener is given their names
	 */
	void onMark(Consumer<String> listener) {
		this.marks = listener;
	}

	private void write() {
		try {
			OutputStream out = this.socket.getOutputStream();
			play(out);
			out.write(new AudioSocketFrame(AudioSocketFrame.TERMINATE, new byte[0]).bytes());
		}
		catch (IOException ex) {
			shut();
		}
		catch (Exception ex) {
			logger.warn("A call cannot be spoken to", ex);
			shut();
		}
		finally {
			this.written.countDown();
		}
	}

	private void play(OutputStream out) throws IOException, InterruptedException {
		long due = 0;
		boolean idle = true;
		while (this.playout.await()) {
			long now = System.nanoTime();
			due = (idle) ? now : Math.max(due, now - MAX_LATE_NANOS);
			AudioSocketPlayout.Due next = this.playout.next();
			next.passed().forEach(this.marks);
			idle = next.frame() == null;
			if (next.frame() != null && isOpen()) {
				out.write(new AudioSocketFrame(this.audioKind, next.frame()).bytes());
				due += FRAME_NANOS;
				pause(due);
			}
		}
	}

	private void pause(long due) {
		for (long left = due - System.nanoTime(); left > 0 && isOpen(); left = due - System.nanoTime()) {
			LockSupport.parkNanos(left);
		}
	}

	@Override
	public void sendMessage(WebSocketMessage<?> message) throws IOException {
		if (message instanceof BinaryMessage frame) {
			byte[] audio = new byte[frame.getPayload().remaining()];
			frame.getPayload().get(audio);
			if (!this.playout.play(audio)) {
				close(TOO_SLOW);
			}
		}
		else if (message instanceof TextMessage text && text.getPayload().startsWith(AudioSocketDialect.MARK)) {
			this.playout.mark(text.getPayload().substring(AudioSocketDialect.MARK.length()));
		}
		else if (message instanceof TextMessage) {
			// Nobody waits for the marks that are dropped
			this.playout.clear();
		}
	}

	@Override
	public boolean isOpen() {
		return !this.closed.get();
	}

	/**
	 * Close the connection. Returns at once: who writes says so to Asterisk, and who
	 * reads closes the socket then.
	 * @param status why
	 */
	@Override
	public void close(CloseStatus status) {
		if (!this.closed.compareAndSet(false, true)) {
			return;
		}
		this.status = status;
		this.playout.end();
		try {
			// Who reads finds the end
			this.socket.shutdownInput();
		}
		catch (IOException ex) {
			closeSocket();
		}
	}

	// Who writes may be stuck, since Asterisk does not read
	private void awaitLastWord() {
		try {
			if (!this.written.await(this.lastWord.toMillis(), TimeUnit.MILLISECONDS)) {
				logger.debug("Asterisk did not take the end of a call");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	// Who closes it already says so to Asterisk before
	private boolean shut() {
		boolean first = this.closed.compareAndSet(false, true);
		if (first) {
			this.playout.end();
			closeSocket();
		}
		return first;
	}

	private void closeSocket() {
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			// It is gone either way
		}
	}

}
