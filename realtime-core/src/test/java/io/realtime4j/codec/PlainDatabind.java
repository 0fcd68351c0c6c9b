package io.realtime4j.codec;

import java.util.HashMap;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads events without any short cut: parses the whole text, looks for the type, and
 * binds the record with care. Whatever the codec reads faster has to be equal.
 *
 * @param <E> the events
 */
final class PlainDatabind<E> {

	private final JsonMapper mapper;

	private final Map<String, ObjectReader> readers = new HashMap<>();

	private final EventKinds.UnknownFactory<E> unknown;

	PlainDatabind(JsonMapper mapper, EventKinds<E> kinds) {
		this.mapper = mapper;
		kinds.types().forEach((type, event) -> this.readers.put(type, LenientBinding.with(mapper.readerFor(event))));
		this.unknown = kinds.unknown();
	}

	/**
	 * Return the event, or {@code null} if the text is none.
	 */
	E read(String text) {
		JsonText json = JsonText.of(text);
		if (json == null || json.type() == null || text.length() > RealtimeCodec.MAX_LENGTH) {
			return null;
		}
		E known = readKnown(json.type(), text);
		return (known != null) ? known : readUnknown(json.type(), text);
	}

	private E readKnown(String type, String text) {
		ObjectReader reader = this.readers.get(type);
		try {
			return (reader != null) ? reader.readValue(text) : null;
		}
		catch (JacksonException | ArithmeticException | IllegalArgumentException ex) {
			return null;
		}
	}

	private E readUnknown(String type, String text) {
		try {
			JsonNode tree = this.mapper.readTree(text);
			JsonNode eventId = tree.path("event_id");
			return this.unknown.create(type, eventId.isString() ? eventId.stringValue() : null, tree);
		}
		catch (JacksonException | ArithmeticException | IllegalArgumentException ex) {
			return null;
		}
	}

}
