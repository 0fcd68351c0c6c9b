package io.realtime4j.codec;

import io.realtime4j.model.Toggle;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Writes a setting that can be off: off is JSON {@code null}.
 */
final class ToggleSerializer extends StdSerializer<Toggle<?>> {

	ToggleSerializer() {
		super(Toggle.class);
	}

	@Override
	public void serialize(Toggle<?> toggle, JsonGenerator generator, SerializationContext context) {
		Object value = toggle.value();
		if (value == null) {
			generator.writeNull();
		}
		else {
			context.writeValue(generator, value);
		}
	}

}
