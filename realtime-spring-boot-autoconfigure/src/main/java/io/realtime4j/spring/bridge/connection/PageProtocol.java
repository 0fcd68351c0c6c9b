package io.realtime4j.spring.bridge.connection;

import java.nio.ByteBuffer;

/**
 * Internal strategy for the protocol of one connection of a page. Calls come one at a
 * time, but for the end, which may come at any time.
 */
public interface PageProtocol {

	/**
	 * Called once, when the connection is open, before any other call.
	 */
	void onOpen();

	/**
	 * Called when the page sent a text frame.
	 * @param text the text
	 */
	void onText(String text);

	/**
	 * Called when the page sent a binary frame.
	 * @param audio the content, which is valid during the call
	 */
	void onBinary(ByteBuffer audio);

	/**
	 * Called once, when the connection has ended.
	 * @param forGood whether the page is not expected to come back
	 */
	void onClosed(boolean forGood);

}
