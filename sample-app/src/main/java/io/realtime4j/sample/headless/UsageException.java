package io.realtime4j.sample.headless;

/**
 * What was asked for on the command line cannot be done; the message says why, and what
 * to do.
 */
class UsageException extends RuntimeException {

	UsageException(String message) {
		super(message);
	}

}
