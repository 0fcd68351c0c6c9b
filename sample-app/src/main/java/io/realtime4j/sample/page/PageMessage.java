package io.realtime4j.sample.page;

import org.jspecify.annotations.Nullable;

/**
 * Something that the pages shall show or play.
 *
 * @param event the name of the event that the page listens to
 * @param key what a later message of the same name replaces, or {@code null} if pages
 * that are opened later need not know of it
 * @param data what is written as JSON
 */
record PageMessage(String event, @Nullable String key, Object data) {

	/**
	 * Return a message that pages hear of whenever they are opened.
	 * @param event the name of the event
	 * @param key what a later message of the same name replaces
	 * @param data what is written as JSON
	 * @return the message
	 */
	static PageMessage lasting(String event, String key, Object data) {
		return new PageMessage(event, key, data);
	}

	/**
	 * Return a message for the pages that are open now.
	 * @param event the name of the event
	 * @param data what is written as JSON
	 * @return the message
	 */
	static PageMessage passing(String event, Object data) {
		return new PageMessage(event, null, data);
	}

}
