package io.realtime4j.spring.playback;

import io.realtime4j.playback.AudioSink;

/**
 * Internal sink for stretches of speech, each of which is a part.
 */
public interface LiveSink extends AudioSink {

	/**
	 * Note that no more comes of a part.
	 * @param itemId the id of the item
	 * @param contentIndex the place of the part in the item
	 */
	void end(String itemId, long contentIndex);

	/**
	 * Return how much it was given that nobody has heard.
	 * @return the length in ms
	 */
	long behindMillis();

}
