package io.realtime4j.transport;

import io.realtime4j.support.Secrets;

/**
 * End by a close frame, of either side.
 *
 * @param code the close code, 1005 if there was none
 * @param reason the reason as it came, empty if there was none; neither the message nor
 * the text form repeats a key that is in it
 * @since 0.1.0
 */
public record Closed(int code, String reason) implements ConnectionEnd {

	@Override
	public String message() {
		return "The connection was closed with code " + this.code
				+ (this.reason.isEmpty() ? "" : ": " + Secrets.redact(this.reason));
	}

	@Override
	public String toString() {
		return "Closed[code=" + this.code + ", reason=" + Secrets.redact(this.reason) + "]";
	}

}
