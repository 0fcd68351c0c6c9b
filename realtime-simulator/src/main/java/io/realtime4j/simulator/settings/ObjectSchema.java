package io.realtime4j.simulator.settings;

import java.util.LinkedHashMap;
import java.util.Map;

import io.realtime4j.simulator.wire.ProtocolErrors;
import tools.jackson.databind.JsonNode;

/**
 * An object whose members are all known.
 */
final class ObjectSchema extends Schema {

	private final Map<String, Schema> members = new LinkedHashMap<>();

	/**
	 * Declare a member.
	 * @param name the name of the member
	 * @param schema what it may hold
	 * @return this schema
	 */
	ObjectSchema with(String name, Schema schema) {
		this.members.put(name, schema);
		return this;
	}

	@Override
	void checkValue(String path, JsonNode value) {
		if (!value.isObject()) {
			throw ProtocolErrors.wrongType(path, "an object", value);
		}
		for (String name : value.propertyNames()) {
			if (!this.members.containsKey(name)) {
				throw ProtocolErrors.unknown(path + "." + name);
			}
		}
		this.members.forEach((name, schema) -> schema.check(path + "." + name, value.get(name)));
	}

}
