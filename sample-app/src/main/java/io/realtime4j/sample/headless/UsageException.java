package io.realtime4j.sample.headless;

/**
 * Exception for a command line that cannot be served; its message says why, and what to
 * do.
 */
class UsageException extends RuntimeException {

	UsageException(String message) {
		super(message);
	}

}
