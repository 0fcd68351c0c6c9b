package io.realtime4j.spring.websocket;

import java.io.IOException;
import java.nio.ByteBuffer;

import org.apache.tomcat.websocket.Constants;
import org.apache.tomcat.websocket.TransformationResult;

/**
 * Reads the code of a close frame on its way to Tomcat, which takes 1012 and 1013 for
 * 1002, and no code for 1000.
 */
final class CloseCodeReader extends PassingTransformation {

	private static final int NO_CODE = 1005;

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
		TransformationResult result = super.getMoreData(opCode, fin, rsv, target);
		if (opCode == Constants.OPCODE_CLOSE && result == TransformationResult.END_OF_FRAME && target.position() != 1) {
			this.code = (target.position() == 0) ? NO_CODE : target.getShort(0) & 0xFFFF;
		}
		return result;
	}

}
