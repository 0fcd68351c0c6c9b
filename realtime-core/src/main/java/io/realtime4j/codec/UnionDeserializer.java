package io.realtime4j.codec;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.node.ObjectNode;

/**
 * Binds a union of the model to the variant that the JSON says.
 *
 * @param <T> the union
 */
final class UnionDeserializer<T> extends ValueDeserializer<T> {

	private final Union<T> union;

	UnionDeserializer(Union<T> union) {
		this.union = union;
	}

	@Override
	public T deserialize(JsonParser parser, DeserializationContext context) {
		JsonNode node = context.readTree(parser);
		if (!(node instanceof ObjectNode object)) {
			return this.union.scalar(node);
		}
		Class<? extends T> variant = this.union.variant(object);
		if (variant == null) {
			return this.union.unknown(object);
		}
		try {
			return context.readTreeAsValue(object, variant);
		}
		catch (JacksonException ex) {
			// A known kind with members of unexpected shapes: keep it rather than lose
			// the event
			return this.union.unknown(object);
		}
	}

}
