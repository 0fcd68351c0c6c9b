package io.realtime4j.simulator.response;

/**
 * Told when a response is over.
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
