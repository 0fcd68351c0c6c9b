package io.realtime4j.simulator.session;

import io.realtime4j.simulator.wire.Json;
import io.realtime4j.simulator.wire.ProtocolErrors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the members of a client event, and refuses what does not fit.
 */
final class Arguments {

	private Arguments() {
	}

	static String string(ObjectNode event, String name) {
		JsonNode value = required(event, name);
		if (!value.isString()) {
			throw ProtocolErrors.wrongType(name, "a string", value);
		}
		return value.stringValue();
	}

	static @Nullable String optionalString(ObjectNode event, String name) {
		JsonNode value = event.path(name);
		return (value.isMissingNode() || value.isNull()) ? null : string(event, name);
	}

	static long integer(ObjectNode event, String name) {
		JsonNode value = required(event, name);
		if (!value.isIntegralNumber()) {
			throw ProtocolErrors.wrongType(name, "an integer", value);
		}
		if (value.longValue() < 0) {
			throw ProtocolErrors.belowMinimum(name, "integer", "0", value.asString());
		}
		return value.longValue();
	}

	static ObjectNode object(ObjectNode event, String name) {
		JsonNode value = required(event, name);
		if (value instanceof ObjectNode object) {
			return object;
		}
		throw ProtocolErrors.wrongType(name, "an object", value);
	}

	static @Nullable ObjectNode optionalObject(ObjectNode event, String name) {
		JsonNode value = event.path(name);
		return (value.isMissingNode() || value.isNull()) ? null : object(event, name);
	}

	static String eventType(ObjectNode event) {
		String type = Json.text(event, "type");
		if (type == null) {
			throw ProtocolErrors.missing("type");
		}
		return type;
	}

	private static JsonNode required(ObjectNode event, String name) {
		JsonNode value = event.path(name);
		if (value.isMissingNode() || value.isNull()) {
			throw ProtocolErrors.missing(name);
		}
		return value;
	}

}
