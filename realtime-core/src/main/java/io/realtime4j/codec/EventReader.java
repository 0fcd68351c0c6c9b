package io.realtime4j.codec;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.realtime4j.audio.Base64Audio;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the events of one direction: finds the type, then binds the record of that type.
 *
 * @param <E> the events
 */
final class EventReader<E> {

	/**
	 * The longest text that is read, in characters.
	 */
	static final int MAX_LENGTH = 32 * 1024 * 1024;

	private static final String TYPE_FIRST = "{\"type\":\"";

	private static final int LONG = 0x8000;

	private final JsonMapper mapper;

	private final Base64Audio base64;

	private final EventKinds<E> kinds;

	// Filled as events come: to prepare all of them would delay the first
	private final Map<String, Readers> readers = new ConcurrentHashMap<>();

	EventReader(JsonMapper mapper, Base64Audio base64, EventKinds<E> kinds) {
		this.mapper = mapper;
		this.base64 = base64;
		this.kinds = kinds;
	}

	E read(String json) {
		if (json.length() > MAX_LENGTH) {
			throw RealtimeCodecException.malformed("An event is too long", json, null);
		}
		for (HotEvent<E> hot : this.kinds.hot()) {
			E event = hot.read(json, this.base64);
			if (event != null) {
				return event;
			}
		}
		return readAny(json);
	}

	private E readAny(String json) {
		try {
			String type = type(json);
			Readers known = readers(type);
			E event = (known != null) ? known.read(json) : null;
			return (event != null) ? event : readUnknown(type, json);
		}
		catch (JacksonException | ArithmeticException | IllegalArgumentException ex) {
			// Jackson lets the JDK's own exceptions through for numbers beyond all limits
			throw RealtimeCodecException.malformed("An event is not valid JSON", json, ex);
		}
	}

	private @Nullable Readers readers(String type) {
		Readers known = this.readers.get(type);
		Class<? extends E> event = (known != null) ? null : this.kinds.types().get(type);
		if (event != null) {
			known = Readers.of(this.mapper.readerFor(event));
			this.readers.put(type, known);
		}
		return known;
	}

	private E readUnknown(String type, String json) {
		JsonNode tree = this.mapper.readTree(json);
		if (tree instanceof ObjectNode event) {
			// Of a type that comes twice the first counts, for whoever reads it next too
			event.put("type", type);
		}
		JsonNode eventId = tree.path("event_id");
		return this.kinds.unknown().create(type, eventId.isString() ? eventId.stringValue() : null, tree);
	}

	private String type(String json) {
		String first = firstType(json);
		if (first != null) {
			return first;
		}
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

	// The type, if it is the first member and nothing in it is escaped
	private static @Nullable String firstType(String json) {
		int end = json.startsWith(TYPE_FIRST) ? json.indexOf('"', TYPE_FIRST.length()) : -1;
		String type = (end >= 0) ? json.substring(TYPE_FIRST.length(), end) : null;
		return (type != null && type.indexOf('\\') < 0) ? type : null;
	}

	/**
	 * The two ways to bind an event.
	 */
	private record Readers(ObjectReader asRead, ObjectReader careful) {

		static Readers of(ObjectReader reader) {
			return new Readers(reader, LenientBinding.with(reader));
		}

		/**
		 * Read an event. Return {@code null} if the text is broken, which the caller will
		 * find again, or if no reader fits.
		 */
		<E> @Nullable E read(String json) {
			try {
				return bind(this.asRead, json);
			}
			catch (JacksonException | ArithmeticException | IllegalArgumentException ex) {
				return readWithCare(json);
			}
		}

		private <E> @Nullable E readWithCare(String json) {
			try {
				return bind(this.careful, json);
			}
			catch (JacksonException | ArithmeticException | IllegalArgumentException ex) {
				return null;
			}
		}

		// Jackson reads long text in pieces, and joins those of a long member twice
		private static <E> E bind(ObjectReader reader, String json) {
			if (json.length() <= LONG || json.indexOf('\\') >= 0) {
				return reader.readValue(json);
			}
			try (JsonParser parser = reader.createParser(json.toCharArray())) {
				return reader.readValue(parser);
			}
		}

	}

}
