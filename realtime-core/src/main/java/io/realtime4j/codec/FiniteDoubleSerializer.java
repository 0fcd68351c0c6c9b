package io.realtime4j.codec;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Writes numbers, and refuses those for which JSON has no form: not a number, infinity.
 */
final class FiniteDoubleSerializer extends StdSerializer<Double> {

	FiniteDoubleSerializer() {
		super(Double.class);
	}

	@Override
	public void serialize(Double value, JsonGenerator generator, SerializationContext context) {
		if (!Double.isFinite(value)) {
			context.reportMappingProblem("JSON has no number %s", value);
		}
		generator.writeNumber(value);
	}

}
