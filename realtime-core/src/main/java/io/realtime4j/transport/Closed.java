package io.realtime4j.transport;

/**
 * The connection was closed by a close frame, of either side.
 *
 * @param code the close code, 1005 if there was none
 * @param reason the reason, empty if there was none
 * @since 0.1.0
 */
public record Closed(int code, String reason) implements ConnectionEnd {

	@Override
	public String message() {
		return "The connection was closed with code " + this.code + (this.reason.isEmpty() ? "" : ": " + this.reason);
	}

}
