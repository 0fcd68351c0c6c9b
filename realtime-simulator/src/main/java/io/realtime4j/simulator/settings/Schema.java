package io.realtime4j.simulator.settings;

import java.util.List;
import java.util.function.Predicate;

import io.realtime4j.simulator.wire.ProtocolErrors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Schema of a parameter: the values that it may hold. A value that does not fit is
 * refused in the words of the service.
 */
abstract class Schema {

	private boolean nullable;

	private boolean required;

	/**
	 * Allow an explicit {@code null}.
	 * @return this schema
	 */
	Schema orNull() {
		this.nullable = true;
		return this;
	}

	/**
	 * Demand that the parameter is given.
	 * @return this schema
	 */
	Schema required() {
		this.required = true;
		return this;
	}

	/**
	 * Check a value.
	 * @param path the path of the parameter
	 * @param value the value, or {@code null} if it is not given
	 */
	final void check(String path, @Nullable JsonNode value) {
		if (value == null) {
			if (this.required) {
				throw ProtocolErrors.missing(path);
			}
			return;
		}
		if (!value.isNull() || !this.nullable) {
			checkValue(path, value);
		}
	}

	abstract void checkValue(String path, JsonNode value);

	static Schema any() {
		return typed("a value", (value) -> true);
	}

	static Schema string() {
		return typed("a string", JsonNode::isString);
	}

	static Schema bool() {
		return typed("a boolean", JsonNode::isBoolean);
	}

	static Schema stringOrObject() {
		return typed("a string or an object", (value) -> value.isString() || value.isObject());
	}

	static Schema openObject() {
		return typed("an object", JsonNode::isObject);
	}

	static Schema number(double min, double max) {
		return new NumberSchema("decimal", min, max, false);
	}

	static Schema integer(long min, long max) {
		return new NumberSchema("integer", min, max, false);
	}

	static Schema integerOrInf(long min, long max) {
		return new NumberSchema("integer", min, max, true);
	}

	static ObjectSchema object() {
		return new ObjectSchema();
	}

	static Schema choice(String... values) {
		List<String> supported = List.of(values);
		return new Schema() {
			@Override
			void checkValue(String path, JsonNode value) {
				string().checkValue(path, value);
				if (!supported.contains(value.stringValue())) {
					throw ProtocolErrors.unsupported(path, value.stringValue(), supported);
				}
			}
		};
	}

	static Schema array(Schema element) {
		return new Schema() {
			@Override
			void checkValue(String path, JsonNode value) {
				if (!value.isArray()) {
					throw ProtocolErrors.wrongType(path, "an array", value);
				}
				for (int i = 0; i < value.size(); i++) {
					element.check(path + "[" + i + "]", value.get(i));
				}
			}
		};
	}

	private static Schema typed(String expected, Predicate<JsonNode> test) {
		return new Schema() {
			@Override
			void checkValue(String path, JsonNode value) {
				if (!test.test(value)) {
					throw ProtocolErrors.wrongType(path, expected, value);
				}
			}
		};
	}

}
