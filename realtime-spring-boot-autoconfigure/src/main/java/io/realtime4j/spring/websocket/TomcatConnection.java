package io.realtime4j.spring.websocket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.MalformedInputException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

import io.realtime4j.codec.WellFormedText;
import io.realtime4j.transport.ConnectFailures;
import io.realtime4j.transport.TransportConnection;
import jakarta.websocket.CloseReason;
import org.jspecify.annotations.Nullable;

import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.TaskRejectedException;

/**
 * A connection on a session of Tomcat. Spring's session sends by blocking; this one needs
 * not to.
 */
class TomcatConnection implements TransportConnection {

	private final ClientSession session;

	private final AsyncTaskExecutor executor;

	private final AtomicBoolean suspended = new AtomicBoolean();

	private final AtomicBoolean pinging = new AtomicBoolean();

	private volatile CompletableFuture<@Nullable Void> sending = CompletableFuture.completedFuture(null);

	private volatile boolean closing;

	private volatile @Nullable String problem;

	TomcatConnection(ClientSession session, WebSocketTransportSettings settings, AsyncTaskExecutor executor) {
		this.session = session;
		this.executor = executor;
		session.getAsyncRemote().setSendTimeout(settings.sendTimeout().toMillis());
	}

	@Override
	public CompletionStage<@Nullable Void> send(String text) {
		if (!WellFormedText.isWellFormed(text)) {
			// Tomcat would notice in the middle of a large frame
			return CompletableFuture.failedFuture(new MalformedInputException(1));
		}
		CompletableFuture<@Nullable Void> sent = new CompletableFuture<>();
		try {
			this.session.getAsyncRemote().sendText(text, (result) -> {
				if (result.isOK()) {
					sent.complete(null);
				}
				else {
					fail(sent, result.getException());
				}
			});
		}
		catch (RuntimeException ex) {
			sent.completeExceptionally(ex);
			return sent;
		}
		this.sending = sent;
		if (this.problem != null) {
			ended();
		}
		return sent;
	}

	private void fail(CompletableFuture<@Nullable Void> sent, Throwable failure) {
		// A part of the frame may have been sent, so that nothing can follow
		cut("sending failed: " + ConnectFailures.describe(failure));
		sent.completeExceptionally(failure);
	}

	@Override
	public void ping() {
		// Tomcat sends a ping by blocking, behind a frame that may be on its way
		if (this.pinging.compareAndSet(false, true)) {
			execute(() -> {
				try {
					this.session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
				}
				catch (IOException ex) {
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
		if (this.suspended.compareAndSet(false, true)) {
			this.session.suspend();
		}
	}

	@Override
	public void resumeReading() {
		// Tomcat hands over what it has read meanwhile on the thread that resumes
		execute(() -> {
			if (this.suspended.compareAndSet(true, false)) {
				this.session.resume();
				if (this.suspended.get()) {
					this.session.suspend();
				}
			}
		});
	}

	@Override
	public void close(int code, String reason) {
		this.closing = true;
		execute(() -> {
			try {
				this.session.close(new CloseReason(CloseReason.CloseCodes.getCloseCode(code), reason));
			}
			catch (IOException ex) {
				// It is closed already
			}
		});
	}

	@Override
	public void abort() {
		cut("it was aborted");
	}

	private void cut(String why) {
		if (this.problem == null) {
			this.problem = why;
		}
		execute(this.session::cut);
	}

	/**
	 * Fail what is being sent, which Tomcat forgets if the connection ends between two
	 * parts of a large text.
	 */
	void ended() {
		this.sending.completeExceptionally(new IOException("The connection has ended"));
	}

	/**
	 * Return whether this side asked to close the connection.
	 * @return {@code true} if it did
	 */
	boolean closing() {
		return this.closing;
	}

	/**
	 * Return why this side cut the connection.
	 * @return the problem, or {@code null} if it did not
	 */
	@Nullable String problem() {
		return this.problem;
	}

	private void execute(Runnable task) {
		Runnable tolerant = () -> {
			try {
				task.run();
			}
			catch (IllegalStateException ex) {
				// The connection ended meanwhile, which is told by other means
			}
		};
		try {
			this.executor.execute(tolerant);
		}
		catch (TaskRejectedException ex) {
			// The executor is shut down: better on this thread than never
			tolerant.run();
		}
	}

}
