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

	private static final int LONG = 0x8000;

	private final JsonMapper mapper;

	private final Base64Audio base64;

	private final EventKinds<E> kinds;

	private final Map<String, FastPath<E>> hot;

	// Filled as events come: to prepare all of them would delay the first
	private final Map<String, Readers<E>> readers = new ConcurrentHashMap<>();

	EventReader(JsonMapper mapper, Base64Audio base64, EventKinds<E> kinds, Map<String, FastPath<E>> hot) {
		this.mapper = mapper;
		this.base64 = base64;
		this.kinds = kinds;
		this.hot = hot;
	}

	E read(String json) {
		if (json.length() > RealtimeCodec.MAX_LENGTH) {
			throw RealtimeCodecException.malformed("An event is too long", json, null);
		}
		try {
			MemberCursor cursor = MemberCursor.start(json, this.base64);
			String first = cursor.typeIfValid();
			String type = (first != null) ? first : searchType(json);
			Readers<E> known = readers(type);
			E event = (known != null) ? known.read(json, cursor) : null;
			return (event != null) ? event : readUnknown(type, json);
		}
		catch (JacksonException | ArithmeticException | IllegalArgumentException ex) {
			// Jackson lets the JDK's own exceptions through for numbers beyond all limits
			throw RealtimeCodecException.malformed("An event is not valid JSON", json, ex);
		}
	}

	private @Nullable Readers<E> readers(String type) {
		Readers<E> known = this.readers.get(type);
		Class<? extends E> event = (known != null) ? null : this.kinds.types().get(type);
		if (event != null) {
			known = Readers.of(this.hot.get(type), this.mapper.readerFor(event));
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

	private String searchType(String json) {
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
	 * The ways to read an event, from the fastest to the one that takes anything.
	 */
	private record Readers<E>(@Nullable FastPath<E> fastPath, ObjectReader asRead, ObjectReader careful) {

		static <E> Readers<E> of(@Nullable FastPath<E> fastPath, ObjectReader reader) {
			return new Readers<>(fastPath, reader, Care.with(reader));
		}

		// Answers null where the text is broken, which shows again, or no way fits
		@Nullable E read(String json, MemberCursor cursor) {
			if (this.fastPath != null) {
				E event = this.fastPath.read(cursor);
				if (cursor.isComplete()) {
					return event;
				}
			}
			try {
				return bind(this.asRead, json);
			}
			catch (JacksonException | ArithmeticException | IllegalArgumentException ex) {
				return readWithCare(json);
			}
		}

		private @Nullable E readWithCare(String json) {
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

	/**
	 * Reads one of the events that come most often, of the form in which they mostly
	 * come.
	 *
	 * @param <E> the events
	 */
	@FunctionalInterface
	interface FastPath<E> {

		// Answers the event behind its type; anything, if the cursor gave up
		E read(MemberCursor cursor);

	}

}
