package io.realtime4j.codec;

import io.realtime4j.model.Toggle;
import io.realtime4j.model.session.UnknownTurnDetection;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;

/**
 * Reads a setting that can be off: JSON {@code null} is off, an absent member is not
 * read, and neither is a value of another shape, which must not turn anything off.
 */
final class ToggleDeserializer extends ValueDeserializer<Toggle<?>> {

	private static final Object ANOTHER_SHAPE = new Object();

	private final @Nullable ValueDeserializer<?> values;

	ToggleDeserializer() {
		this(null);
	}

	private ToggleDeserializer(@Nullable ValueDeserializer<?> values) {
		this.values = values;
	}

	@Override
	public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
		JavaType type = context.getContextualType();
		return new ToggleDeserializer(
				context.findContextualValueDeserializer(type.containedTypeOrUnknown(0), property));
	}

	@Override
	public @Nullable Toggle<?> deserialize(JsonParser parser, DeserializationContext context) {
		if (this.values == null) {
			return context.reportBadDefinition(Toggle.class, "the type of its value is not known");
		}
		Object value = this.values.deserialize(parser, context);
		if (value == null) {
			context.setAttribute(ANOTHER_SHAPE, Boolean.TRUE);
			return null;
		}
		return isOff(value) ? Toggle.off() : Toggle.on(value);
	}

	// Some servers say "off" as a turn detection of no type
	private static boolean isOff(Object value) {
		return value instanceof UnknownTurnDetection detection && detection.json().isObject()
				&& detection.json().size() == 1 && detection.json().path("type").isNull();
	}

	// Asked for JSON null, and for what came to nothing: off, and absent
	@Override
	public @Nullable Object getNullValue(DeserializationContext context) {
		if (context.getAttribute(ANOTHER_SHAPE) != null) {
			context.setAttribute(ANOTHER_SHAPE, null);
			return null;
		}
		return Toggle.off();
	}

	@Override
	public @Nullable Object getAbsentValue(DeserializationContext context) {
		return null;
	}

}
