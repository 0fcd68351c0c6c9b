package io.realtime4j.simulator.wire;

import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Internal factory for the errors that any command may cause, with the messages of the
 * service.
 */
public final class ProtocolErrors {

	private ProtocolErrors() {
	}

	/**
	 * The frame is not a JSON object.
	 * @return the refusal
	 */
	public static ProtocolException invalidJson() {
		return new ProtocolException("invalid_json",
				"Invalid event: failed to parse JSON value. "
						+ "Please check the value to ensure it is valid JSON. (Common errors include trailing commas, "
						+ "missing closing brackets, missing quotation marks, etc.)",
				null);
	}

	/**
	 * The frame is binary.
	 * @return the refusal
	 */
	public static ProtocolException binaryFrame() {
		return new ProtocolException("invalid_event",
				"Expected a text WebSocket message; binary frames are not supported.", null);
	}

	/**
	 * A parameter that must be given is missing.
	 * @param path the path of the parameter
	 * @return the refusal
	 */
	public static ProtocolException missing(String path) {
		return new ProtocolException("missing_required_parameter", "Missing required parameter: '" + path + "'.", path);
	}

	/**
	 * A parameter is not known.
	 * @param path the path of the parameter
	 * @return the refusal
	 */
	public static ProtocolException unknown(String path) {
		return new ProtocolException("unknown_parameter", "Unknown parameter: '" + path + "'.", path);
	}

	/**
	 * A value is not one of those that are supported.
	 * @param path the path of the parameter
	 * @param value the value that was given
	 * @param supported the values that are supported
	 * @return the refusal
	 */
	public static ProtocolException unsupported(String path, String value, Collection<String> supported) {
		String words = (supported.size() == 1) ? "Supported value is: " : "Supported values are: ";
		return new ProtocolException("invalid_value",
				"Invalid value: '" + value + "'. " + words + enumerate(List.copyOf(supported)) + ".", path);
	}

	/**
	 * A value has the wrong JSON type.
	 * @param path the path of the parameter
	 * @param expected the type that is expected, with its article
	 * @param value the value that was given
	 * @return the refusal
	 */
	public static ProtocolException wrongType(String path, String expected, JsonNode value) {
		return new ProtocolException("invalid_type",
				"Invalid type for '" + path + "': expected " + expected + ", but got " + typeOf(value) + " instead.",
				path);
	}

	/**
	 * A number is below its minimum.
	 * @param path the path of the parameter
	 * @param kind the kind of number, {@code integer} or {@code decimal}
	 * @param min the minimum
	 * @param value the value that was given
	 * @return the refusal
	 */
	public static ProtocolException belowMinimum(String path, String kind, String min, String value) {
		return new ProtocolException(
				kind + "_below_min_value", "Invalid '" + path + "': " + kind
						+ " below minimum value. Expected a value >= " + min + ", but got " + value + " instead.",
				path);
	}

	/**
	 * A number is above its maximum.
	 * @param path the path of the parameter
	 * @param kind the kind of number, {@code integer} or {@code decimal}
	 * @param max the maximum
	 * @param value the value that was given
	 * @return the refusal
	 */
	public static ProtocolException aboveMaximum(String path, String kind, String max, String value) {
		return new ProtocolException(
				kind + "_above_max_value", "Invalid '" + path + "': " + kind
						+ " above maximum value. Expected a value <= " + max + ", but got " + value + " instead.",
				path);
	}

	/**
	 * Return the body of an {@code error} event.
	 * @param type the type of the error, such as {@code server_error}
	 * @param code the code, if any
	 * @param message the message
	 * @param clientEventId the identifier that the client gave its event, if any
	 * @return the error object
	 */
	public static ObjectNode error(String type, @Nullable String code, String message, @Nullable String clientEventId) {
		return Json.object()
			.put("type", type)
			.put("code", code)
			.put("message", message)
			.putNull("param")
			.put("event_id", clientEventId);
	}

	private static String enumerate(List<String> values) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < values.size(); i++) {
			if (i > 0) {
				text.append((values.size() > 2) ? ", " : " ").append((i == values.size() - 1) ? "and " : "");
			}
			text.append('\'').append(values.get(i)).append('\'');
		}
		return text.toString();
	}

	private static String typeOf(JsonNode value) {
		return switch (value.getNodeType()) {
			case STRING -> "a string";
			case NUMBER -> (value.isIntegralNumber()) ? "an integer" : "a decimal number";
			case BOOLEAN -> "a boolean";
			case ARRAY -> "an array";
			case OBJECT -> "an object";
			default -> "null";
		};
	}

}
