package io.realtime4j.simulator.response;

import io.realtime4j.simulator.wire.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message of the assistant with one content part.
 */
abstract class MessageOutput extends OutputItem {

	private final StringBuilder streamed = new StringBuilder();

	private int tokens;

	MessageOutput(Stage stage, OutputSlot slot) {
		super(stage, slot, message(stage));
	}

	@Override
	final int textTokens() {
		return this.tokens;
	}

	/**
	 * Stream a piece of the words.
	 * @param type the wire type of the event
	 * @param token the piece
	 */
	final void sendToken(String type, String token) {
		this.streamed.append(token);
		this.tokens++;
		events().sendDelta(contentEvent(type), token);
	}

	/**
	 * Return the words that were streamed.
	 * @return the words so far
	 */
	final String streamed() {
		return this.streamed.toString();
	}

	/**
	 * Begin an event about the content part.
	 * @param type the wire type
	 * @return an event with all its identifiers
	 */
	final ObjectNode contentEvent(String type) {
		return event(type).put("content_index", 0);
	}

	/**
	 * Tell the beginning or the end of the content part.
	 * @param type the wire type
	 * @param partType the type of the part
	 * @param member the member that holds its words
	 */
	final void sendPart(String type, String partType, String member) {
		ObjectNode event = contentEvent(type);
		event.putObject("part").put("type", partType).put(member, streamed());
		events().send(event);
	}

	/**
	 * Put the words into the item.
	 * @param contentType the type of the content
	 * @param member the member that holds the words
	 */
	final void storeContent(String contentType, String member) {
		ArrayNode content = item().json().putArray("content");
		content.addObject().put("type", contentType).put(member, streamed());
	}

	private static ObjectNode message(Stage stage) {
		ObjectNode message = Json.object()
			.put("id", stage.events().ids().next("item"))
			.put("type", "message")
			.put("status", "in_progress")
			.put("role", "assistant");
		message.putArray("content");
		return message;
	}

}
