package io.realtime4j.simulator.response;

/**
 * Internal listener for the end of responses.
 */
@FunctionalInterface
public interface ResponseListener {

	/**
	 * A response of the conversation is over.
	 * @param audioMillis how much audio it sent, in milliseconds
	 * @param elapsedMillis how long it took since its first event, in milliseconds
	 */
	void responseOver(long audioMillis, long elapsedMillis);

}
