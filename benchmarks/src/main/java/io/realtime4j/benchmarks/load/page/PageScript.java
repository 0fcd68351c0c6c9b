package io.realtime4j.benchmarks.load.page;

import java.time.Duration;

/**
 * Behaviour of one page. All methods are called by the one thread of all pages.
 */
public interface PageScript {

	/**
	 * Return the subprotocol that the page offers.
	 * @return the name, empty for none
	 */
	default String subprotocol() {
		return "";
	}

	/**
	 * Return further lines of the handshake.
	 * @return the lines, each with its end, empty for none
	 */
	default String headers() {
		return "";
	}

	/**
	 * The handshake is done.
	 * @param page the page
	 */
	default void opened(Page page) {
	}

	/**
	 * Return whether the page has come as far as it wants before it has its turns.
	 * @return whether it has
	 */
	boolean isReady();

	/**
	 * A text was received.
	 * @param page the page
	 * @param text the text
	 */
	default void text(Page page, String text) {
	}

	/**
	 * Bytes were received.
	 * @param page the page
	 * @param bytes the bytes
	 */
	default void binary(Page page, byte[] bytes) {
	}

	/**
	 * It is time to say something.
	 * @param page the page, which is ready
	 */
	default void turn(Page page) {
	}

	/**
	 * Return the time between two turns.
	 * @return the time
	 */
	Duration period();

	/**
	 * Return whether the page reads what it is sent.
	 * @return whether it does
	 */
	default boolean isReading() {
		return true;
	}

}
