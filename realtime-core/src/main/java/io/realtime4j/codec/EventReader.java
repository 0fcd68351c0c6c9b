package io.realtime4j.codec;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the events of one direction: finds the type, then binds the record of that type.
 *
 * @param <E> the events
 */
final class EventReader<E> {

	private final JsonMapper mapper;

	private final Map<String, ObjectReader> readers = new LinkedHashMap<>();

	private final UnknownFactory<E> unknown;

	EventReader(JsonMapper mapper, Map<String, Class<? extends E>> types, UnknownFactory<E> unknown) {
		this.mapper = mapper;
		this.unknown = unknown;
		types.forEach((type, event) -> this.readers.put(type, mapper.readerFor(event)));
	}

	E read(String json) {
		if (json.length() > RealtimeCodec.MAX_LENGTH) {
			throw RealtimeCodecException.malformed("An event is too long", json, null);
		}
		try {
			String type = type(json);
			ObjectReader reader = this.readers.get(type);
			return (reader != null) ? readKnown(reader, type, json) : readUnknown(type, json);
		}
		catch (JacksonException ex) {
			throw RealtimeCodecException.malformed("An event is not valid JSON", json, ex);
		}
	}

	private E readKnown(ObjectReader reader, String type, String json) {
		try {
			return reader.readValue(json);
		}
		catch (JacksonException ex) {
			// Either the text is broken, which shows again, or a member has another shape
			return readUnknown(type, json);
		}
	}

	private E readUnknown(String type, String json) {
		JsonNode tree = this.mapper.readTree(json);
		JsonNode eventId = tree.path("event_id");
		return this.unknown.create(type, eventId.isString() ? eventId.stringValue() : null, tree);
	}

	private String type(String json) {
		try (JsonParser parser = this.mapper.createParser(json)) {
			if (parser.nextToken() != JsonToken.START_OBJECT) {
				throw RealtimeCodecException.malformed("An event is not a JSON object", json, null);
			}
			while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
				boolean found = "type".equals(parser.currentName());
				JsonToken value = parser.nextToken();
				if (found && value == JsonToken.VALUE_STRING) {
					return parser.getString();
				}
				if (found) {
					break;
				}
				parser.skipChildren();
			}
		}
		throw RealtimeCodecException.malformed("An event has no string member 'type'", json, null);
	}

	/**
	 * Creates the event that stands for one which is not known.
	 *
	 * @param <E> the events
	 */
	@FunctionalInterface
	interface UnknownFactory<E> {

		E create(String type, @Nullable String eventId, JsonNode json);

	}

}
