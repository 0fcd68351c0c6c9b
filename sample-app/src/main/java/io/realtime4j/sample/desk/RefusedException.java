package io.realtime4j.sample.desk;

/**
 * The desk cannot do what it was asked; the message says why, for the guest.
 */
public class RefusedException extends RuntimeException {

	RefusedException(String message) {
		super(message);
	}

}
