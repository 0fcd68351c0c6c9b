package io.realtime4j.codec;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.deser.ValueInstantiator;

/**
 * Treats an optional member whose value has another shape than the protocol says as
 * absent: servers differ, and one odd member must not cost the whole event. Where text is
 * expected, an object or array becomes its JSON text. A required member still fails.
 */
final class LenientMembers extends DeserializationProblemHandler {

	@Override
	public @Nullable Object handleUnexpectedToken(DeserializationContext context, JavaType target, JsonToken token,
			JsonParser parser, @Nullable String message) {
		if (target.hasRawClass(String.class) && token.isStructStart()) {
			return context.readTree(parser).toString();
		}
		return absent(target.isPrimitive(), parser);
	}

	@Override
	public @Nullable Object handleMissingInstantiator(DeserializationContext context, Class<?> type,
			ValueInstantiator instantiator, JsonParser parser, @Nullable String message) {
		return absent(type.isPrimitive(), parser);
	}

	@Override
	public @Nullable Object handleWeirdStringValue(DeserializationContext context, Class<?> type, String value,
			@Nullable String message) {
		return type.isPrimitive() ? NOT_HANDLED : null;
	}

	@Override
	public @Nullable Object handleWeirdNumberValue(DeserializationContext context, Class<?> type, Number value,
			@Nullable String message) {
		return type.isPrimitive() ? NOT_HANDLED : null;
	}

	private static @Nullable Object absent(boolean primitive, JsonParser parser) {
		if (primitive) {
			return NOT_HANDLED;
		}
		if (parser.currentToken() == JsonToken.PROPERTY_NAME) {
			skipRestOfObject(parser);
		}
		else {
			parser.skipChildren();
		}
		return null;
	}

	// The object may have been entered before it turned out that none is expected
	private static void skipRestOfObject(JsonParser parser) {
		for (JsonToken token = parser.currentToken(); token == JsonToken.PROPERTY_NAME; token = parser.nextToken()) {
			parser.nextToken();
			parser.skipChildren();
		}
	}

}
