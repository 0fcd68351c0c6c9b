package io.realtime4j.playback;

/**
 * A spoken part of an item.
 *
 * @param itemId the id of the item
 * @param contentIndex the place of the part in the content of the item
 */
record PartKey(String itemId, long contentIndex) {

}
