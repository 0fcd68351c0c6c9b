package io.realtime4j.spring.bridge.page;

import java.util.Map;
import java.util.function.Function;

import io.realtime4j.codec.WellFormedText;
import io.realtime4j.spring.bridge.connection.BadFrameException;
import io.realtime4j.spring.bridge.connection.InvalidCommandException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.socket.CloseStatus;

/**
 * Internal reader for the commands of pages.
 */
public final class PageCommandReader {

	static final String UNKNOWN_COMMAND = "unknown_command";

	static final String INVALID_COMMAND = "invalid_command";

	private static final int MAX_ID_LENGTH = 256;

	private static final Map<String, Function<JsonNode, PageCommand>> COMMANDS = Map.of("start",
			PageCommandReader::start, "text", PageCommandReader::text, "interrupt",
			(json) -> new PageCommand.Interrupt(), "commit", (json) -> new PageCommand.Commit(), "played",
			PageCommandReader::played, "mute", (json) -> new PageCommand.Mute(flag(json, "muted")), "approve",
			PageCommandReader::approve);

	private final JsonMapper json = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
		.build();

	/**
	 * Read a text frame.
	 * @param text the text
	 * @return what the page asks for
	 * @throws BadFrameException if it is no JSON object with a type
	 * @throws InvalidCommandException if there is no such command, or it lacks something
	 */
	PageCommand read(String text) {
		JsonNode json = parse(text);
		JsonNode type = json.path("type");
		if (!json.isObject() || !type.isString()) {
			throw notCommand();
		}
		Function<JsonNode, PageCommand> command = COMMANDS.get(type.stringValue());
		if (command == null) {
			throw new InvalidCommandException(UNKNOWN_COMMAND, "There is no such command");
		}
		return command.apply(json);
	}

	private JsonNode parse(String text) {
		try {
			return this.json.readTree(text);
		}
		catch (JacksonException ex) {
			throw notCommand();
		}
	}

	private static BadFrameException notCommand() {
		return new BadFrameException(CloseStatus.BAD_DATA.withReason("A text frame must be a JSON object with a type"));
	}

	private static PageCommand start(JsonNode json) {
		int min = PageCommand.Start.MIN_RATE;
		int max = PageCommand.Start.MAX_RATE;
		long rate = number(json, "sampleRate");
		if (rate < min || rate > max) {
			throw invalid("'sampleRate' must be from " + min + " to " + max);
		}
		return new PageCommand.Start((int) rate, optional(json, "resume"),
				new PageChoice(optional(json, "model"), optional(json, "voice")));
	}

	private static PageCommand text(JsonNode json) {
		String text = string(json, "text").strip();
		if (text.isEmpty()) {
			throw invalid("'text' must not be empty");
		}
		return new PageCommand.Text(text);
	}

	private static PageCommand played(JsonNode json) {
		return new PageCommand.Played(id(json, "itemId"), number(json, "contentIndex"), number(json, "ms"));
	}

	private static PageCommand approve(JsonNode json) {
		return new PageCommand.Approve(id(json, "id"), flag(json, "approved"), optional(json, "reason"));
	}

	private static String id(JsonNode json, String name) {
		String id = string(json, name);
		if (id.length() > MAX_ID_LENGTH) {
			throw invalid("'" + name + "' is too long");
		}
		return id;
	}

	private static String string(JsonNode json, String name) {
		JsonNode value = json.path(name);
		if (!value.isString()) {
			throw invalid("'" + name + "' must be a text");
		}
		return WellFormedText.of(value.stringValue());
	}

	private static @Nullable String optional(JsonNode json, String name) {
		JsonNode value = json.path(name);
		return (value.isMissingNode() || value.isNull()) ? null : string(json, name);
	}

	// Players count in fractions
	private static long number(JsonNode json, String name) {
		double value = json.path(name).asDouble(-1);
		if (!json.path(name).isNumber() || !(value >= 0 && value <= Integer.MAX_VALUE)) {
			throw invalid("'" + name + "' must be a number that is not negative");
		}
		return (long) value;
	}

	private static boolean flag(JsonNode json, String name) {
		JsonNode value = json.path(name);
		if (!value.isBoolean()) {
			throw invalid("'" + name + "' must be true or false");
		}
		return value.booleanValue();
	}

	private static InvalidCommandException invalid(String message) {
		return new InvalidCommandException(INVALID_COMMAND, message);
	}

}
