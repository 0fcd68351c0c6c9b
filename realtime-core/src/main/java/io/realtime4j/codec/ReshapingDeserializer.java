package io.realtime4j.codec;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes the shape of a JSON object before it is bound.
 */
final class ReshapingDeserializer extends DelegatingDeserializer {

	private final transient Consumer<ObjectNode> shape;

	ReshapingDeserializer(ValueDeserializer<?> delegate, Consumer<ObjectNode> shape) {
		super(delegate);
		this.shape = shape;
	}

	@Override
	protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> delegate) {
		return new ReshapingDeserializer(delegate, this.shape);
	}

	@Override
	public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) {
		JsonNode tree = context.readTree(parser);
		if (tree instanceof ObjectNode object) {
			this.shape.accept(object);
		}
		try (JsonParser nodes = context.treeAsTokens(tree)) {
			nodes.nextToken();
			return super.deserialize(nodes, context);
		}
	}

}
