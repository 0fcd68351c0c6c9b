package io.realtime4j.spring.observation;

/**
 * Exception that marks an observation as failed. It has no stack trace, and only words of
 * this library: what a server says may repeat what was said, or a key.
 */
final class ObservedFailure extends RuntimeException {

	ObservedFailure(String message) {
		super(message, null, false, false);
	}

}
