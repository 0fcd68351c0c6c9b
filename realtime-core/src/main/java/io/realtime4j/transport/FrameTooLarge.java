package io.realtime4j.transport;

/**
 * End when the server sent a frame that exceeds the limit.
 *
 * @param limit the bound, in bytes
 * @since 0.1.0
 */
public record FrameTooLarge(int limit) implements ConnectionEnd {

	@Override
	public String message() {
		return "The server sent a frame of more than " + this.limit
				+ " bytes; raise the limit of frames if such frames are expected";
	}

}
