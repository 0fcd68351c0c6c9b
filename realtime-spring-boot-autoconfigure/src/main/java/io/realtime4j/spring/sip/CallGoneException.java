package io.realtime4j.spring.sip;

/**
 * Exception thrown when the call has already ended, usually because the caller did not
 * wait. That is no failure of anybody.
 *
 * @since 0.1.0
 */
public class CallGoneException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	CallGoneException(String callId, Throwable cause) {
		super("Call " + callId + " is over: the caller did not wait", cause);
	}

}
