package io.realtime4j.spring.bridge.connection;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;

import io.realtime4j.spring.bridge.BridgeThreads;
import io.realtime4j.spring.bridge.PageLimits;
import io.realtime4j.spring.bridge.access.TokenBucket;
import org.jspecify.annotations.Nullable;

import org.springframework.core.task.TaskRejectedException;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.WebSocketSession;

/**
 * Internal connection of a page, with the limits that apply to every protocol.
 */
public final class PageConnection {

	private final WebSocketSession socket;

	private final BridgeThreads threads;

	private final Clock clock;

	private final PageOutbox outgoing;

	private final TokenBucket commands;

	private final PageProtocol protocol;

	private final PageKeepAlive keepAlive;

	private final AtomicBoolean over = new AtomicBoolean();

	private final CompletableFuture<@Nullable Void> left = new CompletableFuture<>();

	private final CompletableFuture<@Nullable Void> closed = new CompletableFuture<>();

	private volatile Supplier<@Nullable CloseStatus> begun = () -> null;

	private volatile boolean overForGood;

	private volatile long lastHeard;

	private volatile @Nullable ScheduledFuture<?> idleTimer;

	/**
	 * Create a connection.
	 * @param socket the WebSocket
	 * @param limits the limits of the page
	 * @param threads the threads of the bridge
	 * @param protocol creates the protocol of the page
	 */
	public PageConnection(WebSocketSession socket, PageLimits limits, BridgeThreads threads,
			Function<PageConnection, PageProtocol> protocol) {
		this.socket = socket;
		this.threads = threads;
		this.clock = threads.scheduler().getClock();
		this.lastHeard = this.clock.millis();
		this.commands = new TokenBucket(limits.commandsPerSecond(), limits.commandsAtOnce(), this.clock);
		this.outgoing = new PageOutbox(FrameWriters.of(socket, limits.sendTimeout(), threads.executor()),
				limits.maxOutgoingSize(), this::onProblem);
		this.keepAlive = new PageKeepAlive(limits.keepAlive(), this);
		this.protocol = protocol.apply(this);
	}

	/**
	 * Start the conversation.
	 */
	public void open() {
		try {
			this.protocol.onOpen();
		}
		catch (BadFrameException ex) {
			close(ex.status());
		}
	}

	/**
	 * Return the output to the page.
	 * @return the output
	 */
	public PageOutput output() {
		return this.outgoing;
	}

	/**
	 * Return the clock of the connection.
	 * @return the clock
	 */
	public Clock clock() {
		return this.clock;
	}

	/**
	 * Return the executor for what a page asked for and that comes later. What it runs is
	 * in the context of the handshake.
	 * @return the executor, which rejects tasks when the application stops
	 */
	public Executor executor() {
		return (task) -> this.threads.executor().execute(() -> PageWebSocketHandler.inContext(this.socket, task));
	}

	/**
	 * Run an action when the connection has ended, immediately if it has.
	 * @param action what to do, once
	 */
	public void whenClosed(Runnable action) {
		this.closed.thenRun(action);
	}

	/**
	 * Return a future for the last frame.
	 * @return completes when the close frame has left, or nothing can be sent any more
	 */
	public CompletableFuture<@Nullable Void> left() {
		return this.left;
	}

	/**
	 * Close the connection when the page has sent nothing for a time.
	 * @param timeout the time
	 */
	public void watchIdle(Duration timeout) {
		Duration left = timeout.minusMillis(this.clock.millis() - this.lastHeard);
		if (left.isNegative() || left.isZero()) {
			close(CloseReasons.IDLE);
		}
		else if (!this.over.get()) {
			this.idleTimer = schedule(left, () -> watchIdle(timeout));
		}
	}

	/**
	 * Note that a conversation begins.
	 * @throws BadFrameException if it is refused
	 */
	public void begin() {
		this.keepAlive.start();
		CloseStatus refusal = this.begun.get();
		if (refusal != null) {
			throw new BadFrameException(refusal);
		}
	}

	/**
	 * Set what happens when a conversation begins.
	 * @param action what to do, which returns why the conversation is refused, or
	 * {@code null}
	 */
	public void whenBegun(Supplier<@Nullable CloseStatus> action) {
		this.begun = action;
	}

	/**
	 * Ask the page for a sign of life, unless it is being written to, which has a limit
	 * of its own.
	 */
	void ping() {
		if (!this.outgoing.isSending()) {
			execute(() -> {
				try {
					this.socket.sendMessage(new PingMessage());
				}
				catch (IOException | IllegalStateException ex) {
					// It is closed already
				}
			});
		}
	}

	/**
	 * Return how much waits to be sent to the page.
	 * @return the size, in bytes
	 */
	public long waitingSize() {
		return this.outgoing.size();
	}

	/**
	 * Close the connection for good without sending what waits. May block while the page
	 * is told.
	 * @param status what the page is told
	 */
	public void drop(CloseStatus status) {
		this.outgoing.discard();
		end(true);
		closeSocket(status);
	}

	/**
	 * Give the page up, which has vanished. It may come back.
	 */
	void giveUp() {
		this.outgoing.discard();
		end(false);
		this.closed.complete(null);
		execute(() -> closeSocket(CloseReasons.LOST));
	}

	/**
	 * Called when a pong was received.
	 */
	public void onPong() {
		this.keepAlive.onSeen();
	}

	/**
	 * Do something after a time.
	 * @param delay the time
	 * @param task what to do
	 * @return cancels it
	 */
	public ScheduledFuture<?> schedule(Duration delay, Runnable task) {
		return this.threads.scheduler().schedule(task, this.clock.instant().plus(delay));
	}

	/**
	 * Called when a text frame was received.
	 * @param text the text
	 */
	public void onText(String text) {
		this.keepAlive.onSeen();
		this.lastHeard = this.clock.millis();
		if (this.over.get()) {
			return;
		}
		if (!this.commands.take(1)) {
			close(CloseReasons.TOO_MANY_COMMANDS);
			return;
		}
		try {
			this.protocol.onText(text);
		}
		catch (BadFrameException ex) {
			close(ex.status());
		}
	}

	/**
	 * Called when a binary frame was received.
	 * @param audio the content
	 */
	public void onBinary(ByteBuffer audio) {
		this.keepAlive.onSeen();
		this.lastHeard = this.clock.millis();
		if (this.over.get()) {
			return;
		}
		try {
			this.protocol.onBinary(audio);
		}
		catch (BadFrameException ex) {
			close(ex.status());
		}
	}

	/**
	 * Close the connection when what waits has been sent. Returns at once.
	 * @param status what the page is told
	 */
	public void close(CloseStatus status) {
		// The socket may be closed before this thread goes on
		this.overForGood = !CloseStatus.GOING_AWAY.equalsCode(status);
		this.outgoing.finish(() -> execute(() -> closeSocket(status)));
		end(this.overForGood);
	}

	/**
	 * The socket was closed.
	 * @param status what the page said, or what happened to the socket
	 */
	public void onClosed(CloseStatus status) {
		this.outgoing.discard();
		end(this.overForGood || CloseStatus.NORMAL.equalsCode(status));
		this.left.complete(null);
		this.closed.complete(null);
	}

	private void onProblem(PageOutbox.Problem problem) {
		// This thread may be that of a session, and must not wait for a socket
		execute(() -> {
			boolean slow = problem == PageOutbox.Problem.TOO_SLOW;
			end(slow);
			closeSocket(slow ? CloseReasons.TOO_SLOW : CloseStatus.SESSION_NOT_RELIABLE);
		});
	}

	private void end(boolean forGood) {
		if (this.over.compareAndSet(false, true)) {
			this.keepAlive.stop();
			ScheduledFuture<?> timer = this.idleTimer;
			if (timer != null) {
				timer.cancel(false);
			}
			this.protocol.onClosed(forGood);
		}
	}

	private void closeSocket(CloseStatus status) {
		try {
			this.socket.close(status);
		}
		catch (IOException | IllegalStateException ex) {
			// It is closed already
		}
		finally {
			this.left.complete(null);
		}
	}

	private void execute(Runnable task) {
		try {
			this.threads.executor().execute(task);
		}
		catch (TaskRejectedException ex) {
			// The application has stopped, and the server with it closes all connections
			this.left.complete(null);
		}
	}

}
