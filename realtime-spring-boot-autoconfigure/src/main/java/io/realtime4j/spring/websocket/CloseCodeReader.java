package io.realtime4j.spring.websocket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

import jakarta.websocket.Extension;
import org.apache.tomcat.websocket.Constants;
import org.apache.tomcat.websocket.MessagePart;
import org.apache.tomcat.websocket.Transformation;
import org.apache.tomcat.websocket.TransformationResult;

/**
 * Reads the code of a close frame on its way to Tomcat, which takes 1012 and 1013 for
 * 1002, and no code for 1000.
 */
final class CloseCodeReader implements Transformation {

	private static final int NO_CODE = 1005;

	@SuppressWarnings("NullAway.Init")
	private Transformation next;

	private volatile int code;

	/**
	 * Return the code.
	 * @return the code, 1005 if the close frame had none, or 0 if none has arrived
	 */
	int code() {
		return this.code;
	}

	@Override
	public TransformationResult getMoreData(byte opCode, boolean fin, int rsv, ByteBuffer target) throws IOException {
		TransformationResult result = this.next.getMoreData(opCode, fin, rsv, target);
		if (opCode == Constants.OPCODE_CLOSE && result == TransformationResult.END_OF_FRAME && target.position() != 1) {
			this.code = (target.position() == 0) ? NO_CODE : target.getShort(0) & 0xFFFF;
		}
		return result;
	}

	@Override
	public void setNext(Transformation transformation) {
		this.next = transformation;
	}

	@Override
	public boolean validateRsvBits(int bits) {
		return this.next.validateRsvBits(bits);
	}

	@Override
	public boolean validateRsv(int rsv, byte opCode) {
		return this.next.validateRsv(rsv, opCode);
	}

	@Override
	public Extension getExtensionResponse() {
		return this.next.getExtensionResponse();
	}

	@Override
	public List<MessagePart> sendMessagePart(List<MessagePart> parts) throws IOException {
		return this.next.sendMessagePart(parts);
	}

	@Override
	public void close() {
		this.next.close();
	}

}
