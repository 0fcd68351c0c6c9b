package io.realtime4j.codec;

import java.math.BigDecimal;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the grammar of JSON says of a text, whatever the codec makes of it.
 */
final class JsonText {

	private static final int MAX_DEPTH = 200;

	private static final int MAX_NAME = 10_000;

	private static final int MAX_NUMBER = 100;

	private static final JsonMapper MAPPER = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder()
				.maxNestingDepth(Integer.MAX_VALUE)
				.maxNumberLength(Integer.MAX_VALUE)
				.maxStringLength(Integer.MAX_VALUE)
				.maxNameLength(Integer.MAX_VALUE)
				.build())
			.build())
		.build();

	private String type;

	private boolean modest = true;

	private boolean typeSeen;

	private int values;

	private JsonText() {
	}

	/**
	 * Read a text to its end.
	 * @return what it is, or {@code null} if it is not JSON
	 */
	static JsonText of(String text) {
		JsonText read = new JsonText();
		try (JsonParser parser = MAPPER.createParser(text)) {
			for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
				read.take(token, parser);
			}
		}
		catch (JacksonException ex) {
			return null;
		}
		return (read.values == 1) ? read : null;
	}

	/**
	 * Return the first member {@code type} of the object that this text is, or
	 * {@code null} if it is no object, or has none that is text.
	 */
	String type() {
		return this.type;
	}

	/**
	 * Return whether it is within all limits, so that it may be refused only if it has no
	 * type.
	 */
	boolean isModest() {
		return this.modest;
	}

	private void take(JsonToken token, JsonParser parser) {
		int depth = parser.streamReadContext().getNestingDepth();
		this.modest &= depth < MAX_DEPTH
				&& (token != JsonToken.PROPERTY_NAME || parser.currentName().length() < MAX_NAME);
		if (depth == 0 && !token.isStructStart()) {
			this.values++;
		}
		if (token.isNumeric()) {
			this.modest &= isModest(parser.getString());
		}
		if (depth == 1 && token.isScalarValue() && "type".equals(parser.currentName()) && !this.typeSeen) {
			this.type = (token == JsonToken.VALUE_STRING) ? parser.getString() : null;
		}
		this.typeSeen |= depth == 1 && token != JsonToken.PROPERTY_NAME && "type".equals(parser.currentName());
		this.typeSeen |= depth == 2 && token.isStructStart()
				&& "type".equals(parser.streamReadContext().getParent().currentName());
	}

	private static boolean isModest(String number) {
		try {
			return number.length() < MAX_NUMBER && new BigDecimal(number).scale() < Integer.MAX_VALUE;
		}
		catch (NumberFormatException ex) {
			return false;
		}
	}

}
