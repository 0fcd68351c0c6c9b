package io.realtime4j.spring.websocket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

import jakarta.websocket.Extension;
import org.apache.tomcat.websocket.MessagePart;
import org.apache.tomcat.websocket.Transformation;
import org.apache.tomcat.websocket.TransformationResult;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A transformation of frames that leaves them to the next one.
 */
abstract class PassingTransformation implements Transformation {

	private @Nullable Transformation next;

	@Override
	public TransformationResult getMoreData(byte opCode, boolean fin, int rsv, ByteBuffer target) throws IOException {
		return next().getMoreData(opCode, fin, rsv, target);
	}

	// Tomcat puts its own behind the last one
	@Override
	public void setNext(Transformation transformation) {
		if (this.next == null) {
			this.next = transformation;
		}
		else {
			this.next.setNext(transformation);
		}
	}

	private Transformation next() {
		Assert.state(this.next != null, "'next' must not be null");
		return this.next;
	}

	@Override
	public boolean validateRsvBits(int bits) {
		return next().validateRsvBits(bits);
	}

	@Override
	public boolean validateRsv(int rsv, byte opCode) {
		return next().validateRsv(rsv, opCode);
	}

	@Override
	public @Nullable Extension getExtensionResponse() {
		return next().getExtensionResponse();
	}

	@Override
	public List<MessagePart> sendMessagePart(List<MessagePart> parts) throws IOException {
		return next().sendMessagePart(parts);
	}

	@Override
	public void close() {
		next().close();
	}

}
