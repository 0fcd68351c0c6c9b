package io.realtime4j.codec;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.util.JsonParserSequence;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.TokenBuffer;

/**
 * Binds a union of the model to the variant that the JSON says. At first it binds as it
 * reads, which has no way back; read with care, it looks at the whole value before.
 *
 * @param <T> the union
 */
final class UnionDeserializer<T> extends ValueDeserializer<T> {

	private final Union<T> union;

	// Found once for each variant: Jackson would prepare one anew at each call
	private final Map<Class<?>, ValueDeserializer<Object>> variants = new ConcurrentHashMap<>();

	UnionDeserializer(Union<T> union) {
		this.union = union;
	}

	@Override
	public T deserialize(JsonParser parser, DeserializationContext context) {
		if (parser.isExpectedStartObjectToken() && !LenientBinding.isTaken(context)) {
			return bindAsRead(parser, context);
		}
		JsonNode node = context.readTree(parser);
		if (node instanceof ObjectNode object) {
			return bind(object, context);
		}
		Union.Elements<?, T> elements = this.union.elements();
		return (elements != null && node instanceof ArrayNode array && !this.union.isOfTexts(array))
				? bind(elements, array, context) : this.union.scalar(node);
	}

	private T bindAsRead(JsonParser parser, DeserializationContext context) {
		Discriminators found = new Discriminators();
		TokenBuffer before = null;
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			String text = (parser.nextToken() == JsonToken.VALUE_STRING) ? parser.getString() : null;
			if (text != null && found.take(name, text)) {
				Class<? extends T> variant = this.union.variant(found.key());
				if (variant != null) {
					return bindRest(parser, before, variant, context);
				}
			}
			else {
				before = (before != null) ? before : context.bufferForInputBuffering(parser);
				before.writeName(name);
				keep(text, parser, before);
			}
		}
		throw LenientBinding.needed(parser);
	}

	// The buffer itself would copy the characters of a text once more
	private static void keep(@Nullable String text, JsonParser parser, TokenBuffer buffer) {
		if (text != null) {
			buffer.writeString(text);
		}
		else {
			buffer.copyCurrentStructure(parser);
		}
	}

	@SuppressWarnings("unchecked")
	private T bindRest(JsonParser parser, @Nullable TokenBuffer before, Class<? extends T> variant,
			DeserializationContext context) {
		JsonParser rest = parser;
		if (before != null) {
			parser.clearCurrentToken();
			rest = JsonParserSequence.createFlattened(false, before.asParser(context, parser), parser);
		}
		rest.nextToken();
		return (T) deserializer(variant, context).deserialize(rest, context);
	}

	private ValueDeserializer<Object> deserializer(Class<? extends T> variant, DeserializationContext context) {
		ValueDeserializer<Object> known = this.variants.get(variant);
		if (known == null) {
			known = context.findRootValueDeserializer(context.constructType(variant));
			this.variants.put(variant, known);
		}
		return known;
	}

	private <P> T bind(Union.Elements<P, T> elements, ArrayNode array, DeserializationContext context) {
		try {
			T bound = elements.bind(array, (node) -> context.readTreeAsValue(node, elements.type()));
			return (bound != null) ? bound : this.union.unknown(array);
		}
		catch (JacksonException | ArithmeticException | IllegalArgumentException ex) {
			if (!LenientBinding.isTaken(context)) {
				throw ex;
			}
			return this.union.unknown(array);
		}
	}

	private T bind(ObjectNode object, DeserializationContext context) {
		Class<? extends T> variant = this.union.variant(object);
		if (variant == null) {
			return this.union.unknown(object);
		}
		try {
			return context.readTreeAsValue(object, variant);
		}
		catch (JacksonException | ArithmeticException | IllegalArgumentException ex) {
			// A known kind with members of unexpected shapes: keep it rather than lose
			// the event
			return this.union.unknown(object);
		}
	}

	/**
	 * The members that tell the variants apart, as far as they were read.
	 */
	private static final class Discriminators {

		private @Nullable String type;

		private @Nullable String role;

		boolean take(String name, String value) {
			if ("type".equals(name)) {
				this.type = value;
				return true;
			}
			if ("role".equals(name)) {
				this.role = value;
				return true;
			}
			return false;
		}

		String key() {
			return Union.key((this.type != null) ? this.type : "", (this.role != null) ? this.role : "");
		}

	}

}
