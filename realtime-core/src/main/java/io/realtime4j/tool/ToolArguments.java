package io.realtime4j.tool;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the arguments of a call as the model wrote them.
 */
final class ToolArguments {

	private ToolArguments() {
	}

	/**
	 * Read arguments, and mend those of another type that can only mean one thing.
	 * @param text the text of the model
	 * @param schema the JSON schema of the parameters, or {@code null} if there is none
	 * @return an object that fits the schema
	 * @throws ToolArgumentsException with what is wrong
	 */
	static JsonNode read(String text, @Nullable JsonNode schema) {
		JsonNode written = parse(text);
		// Some models write the object as a string once more
		JsonNode arguments = (written.isString() && written.asString().strip().startsWith("{"))
				? parse(written.asString()) : written;
		if (!arguments.isObject()) {
			throw new ToolArgumentsException("they must be a JSON object but are " + SchemaCheck.kindOf(arguments));
		}
		if (schema == null) {
			return arguments;
		}
		JsonNode mended = new ArgumentCoercion(schema).apply(arguments);
		List<String> problems = SchemaCheck.problems(mended, schema);
		if (!problems.isEmpty()) {
			throw new ToolArgumentsException(String.join("; ", problems));
		}
		return mended;
	}

	private static JsonNode parse(String text) {
		// What models write for a function without parameters
		if (text.isBlank() || text.strip().equals("null")) {
			return none();
		}
		try {
			return JsonMapper.shared().readTree(text);
		}
		catch (UnexpectedEndOfInputException ex) {
			throw new ToolArgumentsException("they end in the middle of the JSON text");
		}
		catch (JacksonException ex) {
			throw new ToolArgumentsException("they are not JSON (line " + ex.getLocation().getLineNr() + ", column "
					+ ex.getLocation().getColumnNr() + ")");
		}
	}

	static JsonNode none() {
		return JsonMapper.shared().createObjectNode();
	}

}
