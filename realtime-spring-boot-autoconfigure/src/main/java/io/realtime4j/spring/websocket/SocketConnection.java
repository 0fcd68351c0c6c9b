package io.realtime4j.spring.websocket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.MalformedInputException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import io.realtime4j.codec.WellFormedText;
import io.realtime4j.transport.Closed;
import io.realtime4j.transport.ConnectFailures;
import io.realtime4j.transport.ConnectionEnd;
import io.realtime4j.transport.ConnectionLost;
import io.realtime4j.transport.TransportConnection;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import org.jspecify.annotations.Nullable;

import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.TaskRejectedException;

/**
 * A connection on a session of a container. Containers may block to send and to close, so
 * that both is done by threads of the executor.
 */
final class SocketConnection implements TransportConnection {

	/**
	 * The most characters that are given to the container at once.
	 */
	private static final int PIECE = 32 * 1024;

	private final Session session;

	private final WebSocketTransportSettings settings;

	private final AsyncTaskExecutor executor;

	private final Consumer<ConnectionEnd> end;

	private final Queue<Runnable> outgoing = new ConcurrentLinkedQueue<>();

	private final AtomicInteger waiting = new AtomicInteger();

	// Counts the pieces that were sent
	private final AtomicLong moved = new AtomicLong();

	private final AtomicBoolean watched = new AtomicBoolean();

	private final AtomicBoolean pinging = new AtomicBoolean();

	// What the thread that reads waits for
	private final AtomicReference<@Nullable CountDownLatch> suspended = new AtomicReference<>();

	private volatile CompletableFuture<@Nullable Void> sending = CompletableFuture.completedFuture(null);

	private volatile boolean closing;

	private volatile boolean ended;

	SocketConnection(Session session, WebSocketTransportSettings settings, AsyncTaskExecutor executor,
			Consumer<ConnectionEnd> end) {
		this.session = session;
		this.settings = settings;
		this.executor = executor;
		this.end = end;
	}

	@Override
	public CompletionStage<@Nullable Void> send(String text) {
		if (!WellFormedText.isWellFormed(text)) {
			// The container would notice in the middle of a large frame
			return CompletableFuture.failedFuture(new MalformedInputException(1));
		}
		CompletableFuture<@Nullable Void> sent = new CompletableFuture<>();
		this.sending = sent;
		if (this.ended) {
			ended();
			return sent;
		}
		this.outgoing.add(() -> send(text, sent));
		if (this.waiting.getAndIncrement() == 0) {
			try {
				this.executor.execute(this::sendAll);
			}
			catch (TaskRejectedException ex) {
				sent.completeExceptionally(ex);
			}
		}
		return sent;
	}

	// What is sent when the frame before is complete needs no other thread
	private void sendAll() {
		do {
			Runnable next = this.outgoing.poll();
			if (next != null) {
				next.run();
			}
		}
		while (this.waiting.decrementAndGet() > 0);
	}

	private void send(String text, CompletableFuture<@Nullable Void> sent) {
		this.moved.incrementAndGet();
		watch();
		try {
			int start = 0;
			for (int end = end(text, start); end < text.length(); end = end(text, start)) {
				this.session.getBasicRemote().sendText(text.substring(start, end), false);
				this.moved.incrementAndGet();
				start = end;
			}
			this.session.getBasicRemote().sendText(text.substring(start), true);
			sent.complete(null);
		}
		catch (IOException | RuntimeException ex) {
			// A part of the frame may have been sent, so that nothing can follow
			cut("sending failed: " + ConnectFailures.describe(ex));
			sent.completeExceptionally(ex);
		}
	}

	// Not between the halves of a character
	private static int end(String text, int start) {
		int end = start + PIECE;
		return (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) ? end - 1 : end;
	}

	// Large frames take their time; what counts is that they move. One timer at a time
	private void watch() {
		if (this.watched.compareAndSet(false, true)) {
			watch(this.moved.get());
		}
	}

	private void watch(long before) {
		later(this.settings.sendTimeout(), () -> {
			long now = this.moved.get();
			if (this.sending.isDone() || this.ended) {
				this.watched.set(false);
				if (!this.sending.isDone() && !this.ended) {
					watch();
				}
			}
			else if (now != before) {
				watch(now);
			}
			else {
				cut("sending failed: " + ConnectFailures.describe(new TimeoutException()));
			}
		});
	}

	private void later(Duration delay, Runnable task) {
		CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, this.executor).execute(task);
	}

	@Override
	public void ping() {
		if (this.pinging.compareAndSet(false, true)) {
			execute(() -> {
				try {
					this.session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
				}
				catch (IOException | RuntimeException ex) {
					// The connection is broken, which is told by other means
				}
				finally {
					this.pinging.set(false);
				}
			});
		}
	}

	@Override
	public void suspendReading() {
		if (!this.closing && !this.ended) {
			this.suspended.compareAndSet(null, new CountDownLatch(1));
		}
	}

	@Override
	public void resumeReading() {
		CountDownLatch latch = this.suspended.getAndSet(null);
		if (latch != null) {
			latch.countDown();
		}
	}

	/**
	 * Wait while reading is suspended. The interfaces know no other way to slow a server
	 * down than to hold the thread that reads.
	 */
	void awaitReading() {
		try {
			for (CountDownLatch latch = this.suspended.get(); latch != null
					&& !this.ended; latch = this.suspended.get()) {
				latch.await();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close(int code, String reason) {
		this.closing = true;
		resumeReading();
		execute(() -> closeSession(new CloseReason(CloseCodes.getCloseCode(code), reason)));
		// Containers wait for the server for as long as they like
		CompletableFuture.delayedExecutor(this.settings.closeTimeout().toMillis(), TimeUnit.MILLISECONDS, this.executor)
			.execute(() -> this.end.accept(new Closed(code, reason)));
	}

	@Override
	public void abort() {
		cut("it was aborted");
	}

	private void cut(String why) {
		execute(() -> {
			this.end.accept(new ConnectionLost(why));
			closeSession(new CloseReason(CloseCodes.CLOSED_ABNORMALLY, ""));
		});
	}

	/**
	 * Close the connection for what the server did. May hold the thread that reads for a
	 * while, since the server could go on for as long as the container waits for its
	 * close frame.
	 * @param code tells the server why
	 */
	void refuse(CloseCodes code) {
		if (!this.closing) {
			this.closing = true;
			execute(() -> closeSession(new CloseReason(code, "")));
		}
		try {
			new CountDownLatch(1).await(this.settings.closeTimeout().toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void closeSession(CloseReason reason) {
		try {
			this.session.close(reason);
		}
		catch (IOException | IllegalStateException ex) {
			// It is closed already
		}
	}

	/**
	 * Fail what is being sent, and hold nobody any longer.
	 */
	void ended() {
		this.ended = true;
		resumeReading();
		this.sending.completeExceptionally(new IOException("The connection has ended"));
	}

	/**
	 * Return whether this side asked to close the connection.
	 * @return {@code true} if it did
	 */
	boolean closing() {
		return this.closing;
	}

	private void execute(Runnable task) {
		try {
			this.executor.execute(task);
		}
		catch (TaskRejectedException ex) {
			// The executor is shut down: better on this thread than never
			task.run();
		}
	}

}
