package io.realtime4j.spring.boot.autoconfigure;

/**
 * There is nothing to authenticate with.
 */
class MissingApiKeyException extends RuntimeException {

	MissingApiKeyException() {
		super("The property 'realtime.api-key' is not set");
	}

}
