package io.realtime4j.codec;

import io.realtime4j.model.Toggle;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;

/**
 * Reads a setting that can be off: JSON {@code null} is off, an absent member is not
 * read.
 */
final class ToggleDeserializer extends ValueDeserializer<Toggle<?>> {

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
	public Toggle<?> deserialize(JsonParser parser, DeserializationContext context) {
		if (this.values == null) {
			return context.reportBadDefinition(Toggle.class, "the type of its value is not known");
		}
		return Toggle.on(this.values.deserialize(parser, context));
	}

	@Override
	public Object getNullValue(DeserializationContext context) {
		return Toggle.off();
	}

	@Override
	public @Nullable Object getAbsentValue(DeserializationContext context) {
		return null;
	}

}
