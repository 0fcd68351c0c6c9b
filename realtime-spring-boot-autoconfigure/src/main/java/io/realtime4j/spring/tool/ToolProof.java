package io.realtime4j.spring.tool;

import io.realtime4j.spring.tool.ToolDefinitionException.ToolLocation;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.exc.ValueInstantiationException;

/**
 * Proves that what the schema of a parameter allows can be bound to it.
 */
final class ToolProof {

	private ToolProof() {
	}

	/**
	 * Bind examples to a parameter.
	 * @param schema the schema of the parameter
	 * @param root what the references of the schema refer to
	 * @param reader binds the parameter
	 * @param location where the parameter is
	 */
	static void require(JsonNode schema, JsonNode root, ObjectReader reader, ToolLocation location) {
		for (JsonNode example : SchemaExamples.of(schema, root)) {
			JacksonException problem = problem(reader, example);
			if (problem != null) {
				throw new ToolDefinitionException(location,
						"cannot be bound to " + example + ", although its schema allows that: "
								+ problem.getOriginalMessage(),
						"Give a value that can be bound by @RealtimeToolParam(example = \"...\") at the parameter or at"
								+ " the member, or change the type, its Jackson annotations or its deserializer.",
						problem);
			}
		}
	}

	static @Nullable JacksonException problem(ObjectReader reader, JsonNode value) {
		try {
			reader.with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).readValue(value);
			return null;
		}
		catch (ValueInstantiationException ex) {
			// Bound, and refused by the application's own code for its value
			return (ex.getCause() instanceof RuntimeException) ? null : ex;
		}
		catch (JacksonException ex) {
			return ex;
		}
	}

}
