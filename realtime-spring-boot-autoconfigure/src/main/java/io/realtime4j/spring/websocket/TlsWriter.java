package io.realtime4j.spring.websocket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.nio.channels.WritePendingException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;

import org.jspecify.annotations.Nullable;

/**
 * The writing half of a {@link TlsChannel}: one writes at a time, be it data or, when
 * keys are renewed, a part of a handshake.
 */
final class TlsWriter {

	/**
	 * The longest that the renewal of keys may wait for a write.
	 */
	static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final int SHORT_WAIT = 100;

	private static final ByteBuffer[] NOTHING = { ByteBuffer.allocate(0) };

	private final AsynchronousSocketChannel socket;

	private final SSLEngine engine;

	private final ByteBuffer encrypted;

	private final Semaphore turn = new Semaphore(1);

	private final AtomicReference<@Nullable Writing> stalled = new AtomicReference<>();

	TlsWriter(AsynchronousSocketChannel socket, SSLEngine engine) {
		this.socket = socket;
		this.engine = engine;
		this.encrypted = ByteBuffer.allocateDirect(engine.getSession().getPacketBufferSize()).flip();
	}

	void writeHandshake(Deadline deadline)
			throws IOException, InterruptedException, ExecutionException, TimeoutException {
		if (!this.turn.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
			throw new TimeoutException();
		}
		try {
			encrypt(NOTHING, 0, 1);
			while (this.encrypted.hasRemaining()) {
				deadline.await(this.socket.write(this.encrypted));
			}
		}
		finally {
			this.turn.release();
		}
	}

	void write(ByteBuffer[] sources, int offset, int length, long timeoutMillis,
			CompletionHandler<Long, Object> handler) {
		if (!awaitTurn()) {
			throw new WritePendingException();
		}
		new Writing(sources, offset, length, timeoutMillis, handler).proceed();
	}

	private boolean awaitTurn() {
		try {
			return this.turn.tryAcquire(SHORT_WAIT, TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private SSLEngineResult encrypt(ByteBuffer[] sources, int offset, int length) throws SSLException {
		this.encrypted.clear();
		try {
			SSLEngineResult result = this.engine.wrap(sources, offset, length, this.encrypted);
			if (result.getStatus() == Status.BUFFER_OVERFLOW) {
				throw new SSLException("a record is larger than announced");
			}
			return result;
		}
		finally {
			this.encrypted.flip();
		}
	}

	// Run what the renewal of keys asks for, or let the other half finish it
	private void runTasks() {
		Runnable task = this.engine.getDelegatedTask();
		if (task == null) {
			Thread.yield();
		}
		for (; task != null; task = this.engine.getDelegatedTask()) {
			task.run();
		}
	}

	// Keys are being renewed and it is the server's turn: nothing can be sent until it
	// has
	// answered
	private void stall(Writing writing) {
		this.stalled.set(writing);
		this.turn.release();
		if (this.engine.getHandshakeStatus() != HandshakeStatus.NEED_UNWRAP) {
			resume();
		}
	}

	/**
	 * Go on with a write that had to wait for the server.
	 */
	void resume() {
		Writing writing = this.stalled.getAndSet(null);
		if (writing != null) {
			this.turn.acquireUninterruptibly();
			writing.proceed();
		}
	}

	/**
	 * Tell the server that nothing more comes, if that can be done at once.
	 */
	void close() {
		this.engine.closeOutbound();
		if (this.turn.tryAcquire()) {
			try {
				encrypt(NOTHING, 0, 1);
				this.socket.write(this.encrypted);
			}
			catch (IOException | RuntimeException ex) {
				// The connection is broken, so that the server learns it by other means
			}
		}
	}

	/**
	 * One write, record by record.
	 */
	private final class Writing implements CompletionHandler<Integer, @Nullable Void> {

		private final ByteBuffer[] sources;

		private final int offset;

		private final int length;

		private final long timeoutMillis;

		private final CompletionHandler<Long, Object> handler;

		private final long size;

		private Writing(ByteBuffer[] sources, int offset, int length, long timeoutMillis,
				CompletionHandler<Long, Object> handler) {
			this.sources = sources;
			this.offset = offset;
			this.length = length;
			this.timeoutMillis = timeoutMillis;
			this.handler = handler;
			this.size = remaining();
		}

		private long remaining() {
			return Arrays.stream(this.sources, this.offset, this.offset + this.length)
				.mapToLong(ByteBuffer::remaining)
				.sum();
		}

		private void proceed() {
			try {
				while (!TlsWriter.this.encrypted.hasRemaining() && remaining() > 0) {
					SSLEngineResult result = encrypt(this.sources, this.offset, this.length);
					if (result.getStatus() == Status.CLOSED) {
						throw new SSLException("the connection is closed");
					}
					if (result.getHandshakeStatus() == HandshakeStatus.NEED_TASK) {
						runTasks();
					}
					else if (result.bytesProduced() == 0 && result.bytesConsumed() == 0) {
						stall(this);
						return;
					}
				}
				if (TlsWriter.this.encrypted.hasRemaining()) {
					TlsWriter.this.socket.write(TlsWriter.this.encrypted, this.timeoutMillis, TimeUnit.MILLISECONDS,
							null, this);
					return;
				}
			}
			catch (IOException | RuntimeException ex) {
				failed(ex, null);
				return;
			}
			TlsWriter.this.turn.release();
			this.handler.completed(this.size, this);
		}

		@Override
		public void completed(Integer result, @Nullable Void attachment) {
			proceed();
		}

		@Override
		public void failed(Throwable failure, @Nullable Void attachment) {
			TlsWriter.this.turn.release();
			this.handler.failed(failure, this);
		}

	}

}
