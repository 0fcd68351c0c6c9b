package io.realtime4j.simulator.carrier;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;

/**
 * Connection of AudioSocket, for those that expect a WebSocket: its messages are binary,
 * with their kind before their content.
 */
final class AudioSocketWire implements WebSocket {

	static final int TERMINATE = 0x00;

	private static final int LOST = 1006;

	private static final int HEAD = 3;

	private final Socket socket;

	private final Listener listener;

	private volatile boolean closed;

	AudioSocketWire(Socket socket, Listener listener) {
		this.socket = socket;
		this.listener = listener;
		Thread reader = new Thread(this::read, "asterisk");
		reader.setDaemon(true);
		reader.start();
	}

	private void read() {
		try (Socket reading = this.socket) {
			DataInputStream in = new DataInputStream(new BufferedInputStream(reading.getInputStream()));
			int kind = in.read();
			while (kind > TERMINATE) {
				byte[] content = new byte[in.readUnsignedShort()];
				in.readFully(content);
				this.listener.onBinary(this,
						ByteBuffer.allocate(content.length + 1).put((byte) kind).put(content).flip(), true);
				kind = in.read();
			}
			// The end of the stream alone is no word of goodbye
			this.listener.onClose(this, (kind == TERMINATE) ? NORMAL_CLOSURE : LOST, "");
		}
		catch (IOException ex) {
			this.listener.onError(this, ex);
		}
	}

	@Override
	public CompletableFuture<WebSocket> sendBinary(ByteBuffer data, boolean last) {
		ByteBuffer message = ByteBuffer.allocate(HEAD + data.remaining() - 1)
			.put(data.get())
			.putShort((short) data.remaining())
			.put(data);
		try {
			this.socket.getOutputStream().write(message.array());
			return CompletableFuture.completedFuture(this);
		}
		catch (IOException ex) {
			return CompletableFuture.failedFuture(ex);
		}
	}

	@Override
	public CompletableFuture<WebSocket> sendClose(int statusCode, String reason) {
		this.closed = true;
		return sendBinary(ByteBuffer.wrap(new byte[] { TERMINATE }), true);
	}

	@Override
	public CompletableFuture<WebSocket> sendText(CharSequence data, boolean last) {
		throw new UnsupportedOperationException("AudioSocket has no texts");
	}

	@Override
	public CompletableFuture<WebSocket> sendPing(ByteBuffer message) {
		return CompletableFuture.completedFuture(this);
	}

	@Override
	public CompletableFuture<WebSocket> sendPong(ByteBuffer message) {
		return CompletableFuture.completedFuture(this);
	}

	@Override
	public void request(long n) {
		// Everything is read
	}

	@Override
	public String getSubprotocol() {
		return "";
	}

	@Override
	public boolean isOutputClosed() {
		return this.closed;
	}

	@Override
	public boolean isInputClosed() {
		return this.socket.isClosed();
	}

	@Override
	public void abort() {
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			// It is gone either way
		}
	}

}
