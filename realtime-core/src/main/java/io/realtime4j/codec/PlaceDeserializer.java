package io.realtime4j.codec;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Reads the numbers by which events of a server say where something stands: indexes and
 * times. Not every server says them: one that is absent, or is no number at all, is 0, or
 * {@code null} where the event can say so.
 */
final class PlaceDeserializer extends StdScalarDeserializer<Number> {

	private static final Map<Class<?>, Number> DEFAULTS = Map.of(long.class, 0L, double.class, 0.0);

	private final @Nullable Number absent;

	private PlaceDeserializer(Class<?> type) {
		super(type);
		this.absent = DEFAULTS.get(type);
	}

	static PlaceDeserializer of(Class<?> type) {
		return new PlaceDeserializer(type);
	}

	static boolean reads(Class<?> type) {
		return DEFAULTS.containsKey(type) || type == Long.class;
	}

	@Override
	public @Nullable Number deserialize(JsonParser parser, DeserializationContext context) {
		Number number = (handledType() == double.class) ? decimal(parser) : integer(parser);
		parser.skipChildren();
		return (number != null) ? number : this.absent;
	}

	private static @Nullable Number decimal(JsonParser parser) {
		double number = parser.getValueAsDouble(0);
		return Double.isFinite(number) ? number : null;
	}

	private static @Nullable Number integer(JsonParser parser) {
		JsonToken token = parser.currentToken();
		if (token == JsonToken.VALUE_NUMBER_INT) {
			return (parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) ? (Number) parser.getLongValue()
					: null;
		}
		if (token == JsonToken.VALUE_NUMBER_FLOAT) {
			double number = parser.getDoubleValue();
			return (Math.abs(number) < Long.MAX_VALUE) ? (Number) (long) number : null;
		}
		return (token == JsonToken.VALUE_STRING) ? whole(parser.getString()) : null;
	}

	private static @Nullable Number whole(String text) {
		try {
			return Long.valueOf(text.trim());
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	@Override
	public @Nullable Number getNullValue(DeserializationContext context) {
		return this.absent;
	}

}
