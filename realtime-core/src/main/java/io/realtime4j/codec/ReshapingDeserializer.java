package io.realtime4j.codec;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes the shape of a JSON object before it is bound, if it is not the one of GA.
 */
final class ReshapingDeserializer extends DelegatingDeserializer {

	private final transient Reshaping reshaping;

	ReshapingDeserializer(ValueDeserializer<?> delegate, Reshaping reshaping) {
		super(delegate);
		this.reshaping = reshaping;
	}

	@Override
	protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> delegate) {
		return new ReshapingDeserializer(delegate, this.reshaping);
	}

	@Override
	public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) {
		if (!LenientBinding.isTaken(context)) {
			Object value = super.deserialize(parser, context);
			if (value != null && this.reshaping.needed().test(value)) {
				throw LenientBinding.needed(parser);
			}
			return value;
		}
		JsonNode tree = context.readTree(parser);
		if (tree instanceof ObjectNode object) {
			this.reshaping.shape().accept(object);
		}
		try (JsonParser nodes = context.treeAsTokens(tree)) {
			nodes.nextToken();
			return super.deserialize(nodes, context);
		}
	}

}
