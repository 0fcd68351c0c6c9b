package io.realtime4j.simulator.server;

import java.io.IOException;
import java.nio.ByteBuffer;

import io.realtime4j.codec.WellFormedText;
import io.realtime4j.simulator.connection.FrameSender;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import org.apache.tomcat.websocket.WsSession;

/**
 * Sends frames over a session of Tomcat.
 */
final class TomcatFrames implements FrameSender {

	private final Session session;

	private final Runnable cut;

	TomcatFrames(Session session, Runnable cut) {
		this.session = session;
		this.cut = cut;
	}

	@Override
	public void sendText(String text, Runnable sent) {
		try {
			// A test may send any text, and Tomcat would forget the frames behind one
			// that
			// it cannot write
			this.session.getAsyncRemote().sendText(WellFormedText.of(text), (result) -> sent.run());
		}
		catch (RuntimeException ex) {
			// the socket is gone, and the close is on its way
			sent.run();
		}
	}

	@Override
	public void sendPing() {
		try {
			this.session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
		}
		catch (IOException | RuntimeException ex) {
			// the socket is gone, and the close is on its way
		}
	}

	@Override
	public void close(int code, String reason) {
		try {
			this.session.close(new CloseReason(CloseReason.CloseCodes.getCloseCode(code), reason));
		}
		catch (IOException | RuntimeException ex) {
			// closed already
		}
	}

	@Override
	public void cut() {
		this.cut.run();
	}

	@Override
	public void suspendReading(boolean suspended) {
		if (this.session instanceof WsSession tomcatSession) {
			if (suspended) {
				tomcatSession.suspend();
			}
			else {
				tomcatSession.resume();
			}
		}
	}

}
