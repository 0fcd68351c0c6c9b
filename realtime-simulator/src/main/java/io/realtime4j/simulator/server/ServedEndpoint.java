package io.realtime4j.simulator.server;

import java.nio.ByteBuffer;
import java.util.function.BiFunction;

import io.realtime4j.simulator.connection.FrameSender;
import io.realtime4j.simulator.connection.ServedConnection;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import org.jspecify.annotations.Nullable;

/**
 * The server side of one WebSocket. Messages are taken in parts, so that an idle
 * connection holds no large buffer.
 */
final class ServedEndpoint extends Endpoint {

	private static final int TOO_BIG = 1009;

	private final Arrival arrival;

	private final BiFunction<Arrival, FrameSender, ServedConnection> connections;

	private final SocketCutter cutter;

	private final int remotePort;

	private final int maxMessageLength;

	private StringBuilder message = new StringBuilder();

	private @Nullable ServedConnection connection;

	ServedEndpoint(Arrival arrival, BiFunction<Arrival, FrameSender, ServedConnection> connections, SocketCutter cutter,
			int remotePort, int maxMessageLength) {
		this.arrival = arrival;
		this.connections = connections;
		this.cutter = cutter;
		this.remotePort = remotePort;
		this.maxMessageLength = maxMessageLength;
	}

	@Override
	public void onOpen(Session session, EndpointConfig config) {
		session.setMaxIdleTimeout(0);
		ServedConnection connection = this.connections.apply(this.arrival,
				new TomcatFrames(session, () -> this.cutter.cut(this.remotePort)));
		this.connection = connection;
		session.addMessageHandler(String.class,
				(MessageHandler.Partial<String>) (part, last) -> take(part, last, connection));
		session.addMessageHandler(ByteBuffer.class, (MessageHandler.Partial<ByteBuffer>) (part, last) -> {
			if (last) {
				connection.binaryReceived();
			}
		});
		connection.opened();
	}

	@Override
	public void onClose(Session session, CloseReason reason) {
		if (this.connection != null) {
			this.connection.closed(reason.getCloseCode().getCode());
		}
	}

	@Override
	public void onError(Session session, Throwable failure) {
		// the close that follows tells all there is to know
	}

	private void take(String part, boolean last, ServedConnection connection) {
		if (this.message.length() + part.length() > this.maxMessageLength) {
			this.message = new StringBuilder();
			connection.close(TOO_BIG, "Message too big");
			return;
		}
		this.message.append(part);
		if (last) {
			String text = this.message.toString();
			this.message = new StringBuilder();
			connection.textReceived(text);
		}
	}

}
