package io.realtime4j.spring.websocket;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;

import org.apache.tomcat.websocket.AsyncChannelWrapper;
import org.apache.tomcat.websocket.ReadBufferOverflowException;

/**
 * A connection under TLS that needs no thread while nothing happens. That of Tomcat holds
 * two threads for each connection.
 */
final class TlsChannel implements AsyncChannelWrapper {

	/**
	 * The size of a buffer to read into that takes any record of TLS.
	 */
	static final int READ_SIZE = 17 * 1024;

	private final AsynchronousSocketChannel socket;

	private final SSLEngine engine;

	private final TlsWriter writer;

	private ByteBuffer received;

	TlsChannel(AsynchronousSocketChannel socket, SSLEngine engine) {
		this.socket = socket;
		this.engine = engine;
		this.writer = new TlsWriter(socket, engine);
		this.received = ByteBuffer.allocateDirect(engine.getSession().getPacketBufferSize()).flip();
	}

	/**
	 * Shake hands, waiting for the server.
	 * @param deadline the moment until which it must be done
	 */
	void handshake(Deadline deadline) throws IOException, InterruptedException, ExecutionException, TimeoutException {
		ByteBuffer early = ByteBuffer.allocate(READ_SIZE);
		this.engine.beginHandshake();
		while (this.engine.getHandshakeStatus() != HandshakeStatus.NOT_HANDSHAKING) {
			if (this.engine.getHandshakeStatus() != HandshakeStatus.NEED_UNWRAP) {
				proceed(deadline);
			}
			else {
				SSLEngineResult result = this.engine.unwrap(this.received, early);
				if (result.getStatus() == Status.BUFFER_UNDERFLOW) {
					makeRoom();
					if (deadline.await(this.socket.read(this.received)) < 0) {
						throw new EOFException();
					}
					this.received.flip();
				}
				else if (result.getStatus() != Status.OK || early.position() > 0) {
					throw new SSLException("the server ended the handshake");
				}
			}
		}
	}

	private void proceed(Deadline deadline)
			throws IOException, InterruptedException, ExecutionException, TimeoutException {
		if (this.engine.getHandshakeStatus() == HandshakeStatus.NEED_TASK) {
			for (Runnable task = this.engine.getDelegatedTask(); task != null; task = this.engine.getDelegatedTask()) {
				task.run();
			}
		}
		else {
			this.writer.writeHandshake(deadline);
		}
	}

	@Override
	public Future<Integer> read(ByteBuffer target) {
		Completion<Integer> completion = new Completion<>();
		read(target, completion, completion);
		return completion;
	}

	@Override
	public <B, A extends B> void read(ByteBuffer target, A attachment, CompletionHandler<Integer, B> handler) {
		int count;
		try {
			count = unwrap(target);
			if (count == 0) {
				makeRoom();
			}
		}
		catch (IOException | RuntimeException ex) {
			handler.failed(ex, attachment);
			return;
		}
		if (count != 0) {
			handler.completed(count, attachment);
			return;
		}
		this.socket.read(this.received, attachment, new Reading<>(target, handler));
	}

	/**
	 * Decrypt all that was received and fits.
	 * @param target where to put it
	 * @return how many bytes, 0 if more must be received, -1 if no more will come
	 */
	private int unwrap(ByteBuffer target) throws IOException {
		int start = target.position();
		while (true) {
			SSLEngineResult result = this.engine.unwrap(this.received, target);
			int count = target.position() - start;
			if (result.getStatus() == Status.BUFFER_OVERFLOW && count == 0) {
				throw new ReadBufferOverflowException(this.engine.getSession().getApplicationBufferSize());
			}
			if (result.getStatus() == Status.CLOSED && count == 0) {
				return -1;
			}
			if (result.getStatus() != Status.OK) {
				return count;
			}
			if (this.engine.getHandshakeStatus() != HandshakeStatus.NOT_HANDSHAKING) {
				renewKeys();
			}
		}
	}

	private void renewKeys() throws IOException {
		try {
			if (this.engine.getHandshakeStatus() != HandshakeStatus.NEED_UNWRAP) {
				proceed(Deadline.in(TlsWriter.PATIENCE));
				this.writer.resume();
			}
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new IOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
	}

	private void makeRoom() {
		if (this.received.remaining() == this.received.capacity()) {
			ByteBuffer larger = ByteBuffer.allocateDirect(2 * this.received.capacity());
			this.received = larger.put(this.received);
		}
		else {
			this.received.compact();
		}
	}

	@Override
	public Future<Integer> write(ByteBuffer source) {
		Completion<Long> completion = new Completion<>();
		write(new ByteBuffer[] { source }, 0, 1, 0, TimeUnit.MILLISECONDS, completion, completion);
		return completion.thenApply(Long::intValue);
	}

	@Override
	public <B, A extends B> void write(ByteBuffer[] sources, int offset, int length, long timeout, TimeUnit unit,
			A attachment, CompletionHandler<Long, B> handler) {
		this.writer.write(sources, offset, length, unit.toMillis(timeout), new CompletionHandler<Long, Object>() {

			@Override
			public void completed(Long result, Object ignored) {
				handler.completed(result, attachment);
			}

			@Override
			public void failed(Throwable failure, Object ignored) {
				handler.failed(failure, attachment);
			}

		});
	}

	@Override
	public void close() {
		this.writer.close();
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			// There is nothing that it could still disturb
		}
	}

	@Override
	public Future<Void> handshake() {
		throw new UnsupportedOperationException("The handshake needs a deadline");
	}

	@Override
	public SocketAddress getLocalAddress() throws IOException {
		return this.socket.getLocalAddress();
	}

	/**
	 * Goes on with a read when more was received.
	 *
	 * @param <B> the type of the attachment that the handler takes
	 * @param <A> the type of the attachment
	 */
	private final class Reading<B, A extends B> implements CompletionHandler<Integer, A> {

		private final ByteBuffer target;

		private final CompletionHandler<Integer, B> handler;

		private Reading(ByteBuffer target, CompletionHandler<Integer, B> handler) {
			this.target = target;
			this.handler = handler;
		}

		@Override
		public void completed(Integer result, A attachment) {
			TlsChannel.this.received.flip();
			if (result < 0) {
				this.handler.completed(result, attachment);
			}
			else {
				read(this.target, attachment, this.handler);
			}
		}

		@Override
		public void failed(Throwable failure, A attachment) {
			TlsChannel.this.received.flip();
			this.handler.failed(failure, attachment);
		}

	}

	/**
	 * A future that is told by a handler.
	 *
	 * @param <T> the type of the result
	 */
	private static final class Completion<T> extends CompletableFuture<T> implements CompletionHandler<T, Object> {

		@Override
		public void completed(T result, Object attachment) {
			complete(result);
		}

		@Override
		public void failed(Throwable failure, Object attachment) {
			completeExceptionally(failure);
		}

	}

}
