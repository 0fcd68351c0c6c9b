package io.realtime4j.simulator.wire;

import io.realtime4j.codec.WellFormedText;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Internal reader and writer of JSON trees.
 */
public final class Json {

	private static final int MAX_STRING_LENGTH = 64 * 1024 * 1024;

	private static final JsonMapper MAPPER = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder().maxStringLength(MAX_STRING_LENGTH).build())
			.build())
		.build();

	private Json() {
	}

	/**
	 * Create an empty object.
	 * @return a new object
	 */
	public static ObjectNode object() {
		return MAPPER.createObjectNode();
	}

	/**
	 * Return a value as a node.
	 * @param value a text, a number or a boolean
	 * @return the node
	 */
	public static JsonNode value(Object value) {
		return MAPPER.valueToTree(value);
	}

	/**
	 * Read a JSON object.
	 * @param text the JSON text
	 * @return the object, or {@code null} if the text is not a JSON object
	 */
	public static @Nullable ObjectNode readObject(String text) {
		try {
			return (MAPPER.readTree(text) instanceof ObjectNode object) ? object : null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	/**
	 * Read a JSON object that is known to be well-formed.
	 * @param text the JSON text
	 * @return the object
	 */
	public static ObjectNode parse(String text) {
		ObjectNode object = readObject(text);
		if (object == null) {
			throw new IllegalArgumentException("Not a JSON object");
		}
		return object;
	}

	/**
	 * Write a node as JSON text, which can always be written as UTF-8: half a character,
	 * which a client sent or a test has the model say, becomes an escape.
	 * @param node the node to write
	 * @return the JSON text
	 */
	public static String write(JsonNode node) {
		return WellFormedText.escaped(MAPPER.writeValueAsString(node));
	}

	/**
	 * Return the text of a string member.
	 * @param node the object
	 * @param name the name of the member
	 * @return the text, or {@code null} if there is no such string
	 */
	public static @Nullable String text(JsonNode node, String name) {
		JsonNode member = node.get(name);
		return (member != null && member.isString()) ? member.stringValue() : null;
	}

	/**
	 * Return the text of a string member, or a default.
	 * @param node the object
	 * @param name the name of the member
	 * @param fallback the text to return if there is no such string
	 * @return the text
	 */
	public static String text(JsonNode node, String name, String fallback) {
		String text = text(node, name);
		return (text != null) ? text : fallback;
	}

	/**
	 * Return an object member.
	 * @param node the object that holds it
	 * @param name the name of the member
	 * @return the member, or {@code null} if there is no such object
	 */
	public static @Nullable ObjectNode member(JsonNode node, String name) {
		return (node.get(name) instanceof ObjectNode object) ? object : null;
	}

}
