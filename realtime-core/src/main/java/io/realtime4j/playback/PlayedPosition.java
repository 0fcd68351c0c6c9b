package io.realtime4j.playback;

/**
 * Tells how far speech was played, as {@link AudioSink#playedMillis} does.
 */
@FunctionalInterface
interface PlayedPosition {

	/**
	 * Return how far the speech of one item was played.
	 * @param itemId the id of the item
	 * @param contentIndex the place of the speech in the content of the item
	 * @return the position in ms
	 */
	long playedMillis(String itemId, long contentIndex);

}
