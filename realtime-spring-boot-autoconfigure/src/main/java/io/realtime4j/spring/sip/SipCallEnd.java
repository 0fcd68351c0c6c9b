package io.realtime4j.spring.sip;

import io.realtime4j.session.CloseCause;
import org.jspecify.annotations.Nullable;

/**
 * End of a call at this node.
 *
 * @param reason who ended it, or why
 * @param cause why its session ended, or {@code null} if the call ended first
 * @since 0.1.0
 */
public record SipCallEnd(Reason reason, @Nullable CloseCause cause) {

	/**
	 * Reasons of an end.
	 */
	public enum Reason {

		/**
		 * The application hung up.
		 */
		HUNG_UP,

		/**
		 * The application transferred the call.
		 */
		TRANSFERRED,

		/**
		 * The caller hung up, or the service ended the call.
		 */
		REMOTE,

		/**
		 * The session ended before the call: it was closed, or could not be opened or
		 * kept. The call was hung up, since nobody would run its tools.
		 */
		SESSION_ENDED,

		/**
		 * The call is not over: another node goes on with it, or may do so. It was not
		 * hung up.
		 */
		TAKEN_OVER

	}

}
