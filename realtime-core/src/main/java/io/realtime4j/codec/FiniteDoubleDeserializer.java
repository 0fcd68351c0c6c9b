package io.realtime4j.codec;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.jdk.NumberDeserializers;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.exc.JsonNodeException;

/**
 * Reads numbers. One that a double cannot hold, or a text that says so, is a value of
 * another shape: it could not be written again.
 */
final class FiniteDoubleDeserializer extends DelegatingDeserializer {

	private FiniteDoubleDeserializer(ValueDeserializer<?> delegate) {
		super(delegate);
	}

	static FiniteDoubleDeserializer of(Class<?> type) {
		return new FiniteDoubleDeserializer(NumberDeserializers.find(type));
	}

	@Override
	protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> delegate) {
		return new FiniteDoubleDeserializer(delegate);
	}

	@Override
	public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) {
		Object value = read(parser, context);
		if (value instanceof Double number && !Double.isFinite(number)) {
			return context.handleWeirdNumberValue(handledType(), number, "it is not finite");
		}
		return value;
	}

	// A parser of text answers infinity, one of nodes refuses what is out of range
	private @Nullable Object read(JsonParser parser, DeserializationContext context) {
		try {
			return super.deserialize(parser, context);
		}
		catch (JsonNodeException ex) {
			return Double.POSITIVE_INFINITY;
		}
	}

}
