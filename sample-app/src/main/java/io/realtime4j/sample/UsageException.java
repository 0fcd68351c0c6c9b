package io.realtime4j.sample;

/**
 * Exception for a command line that cannot be served; its message says why, and what to
 * do.
 */
public class UsageException extends RuntimeException {

	public UsageException(String message) {
		super(message);
	}

}
