package io.realtime4j.simulator.settings;

import io.realtime4j.simulator.wire.ProtocolErrors;
import tools.jackson.databind.JsonNode;

/**
 * A number within bounds.
 */
final class NumberSchema extends Schema {

	private final String kind;

	private final double min;

	private final double max;

	private final boolean inf;

	NumberSchema(String kind, double min, double max, boolean inf) {
		this.kind = kind;
		this.min = min;
		this.max = max;
		this.inf = inf;
	}

	@Override
	void checkValue(String path, JsonNode value) {
		if (this.inf && value.isString() && "inf".equals(value.stringValue())) {
			return;
		}
		boolean integer = "integer".equals(this.kind);
		if ((integer) ? !value.isIntegralNumber() : !value.isNumber()) {
			throw ProtocolErrors.wrongType(path, (integer) ? "an integer" : "a decimal number", value);
		}
		if (value.doubleValue() < this.min) {
			throw ProtocolErrors.belowMinimum(path, this.kind, bound(this.min), value.asString());
		}
		if (value.doubleValue() > this.max) {
			throw ProtocolErrors.aboveMaximum(path, this.kind, bound(this.max), value.asString());
		}
	}

	private String bound(double bound) {
		return ("integer".equals(this.kind)) ? Long.toString((long) bound) : Double.toString(bound);
	}

}
