package io.realtime4j.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import io.realtime4j.codec.RealtimeCodec;
import io.realtime4j.codec.RealtimeCodecException;
import io.realtime4j.codec.WellFormedText;
import io.realtime4j.conversation.ItemMarks;
import io.realtime4j.conversation.ItemSnapshot;
import io.realtime4j.event.client.ConversationItemCreate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes and reads the JSON text of stored conversations. Members that are added later
 * are optional, so that nodes of two releases can share a store; the version changes when
 * an older release could not read what is written.
 */
final class RecordFormat {

	static final int VERSION = 1;

	private static final String ITEM_CREATE = "conversation.item.create";

	private static final RealtimeCodec CODEC = RealtimeCodec.create();

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private RecordFormat() {
	}

	static String item(ItemSnapshot snapshot) {
		ObjectNode json = JSON.createObjectNode().put("version", VERSION);
		json.set("item", JSON.readTree(CODEC.encode(ConversationItemCreate.of(snapshot.item()))).get("item"));
		if (snapshot.wholeText() != null) {
			json.put("wholeText", WellFormedText.of(snapshot.wholeText()));
		}
		mark(json, "idle", snapshot.marks().idle());
		mark(json, "interrupted", snapshot.marks().interrupted());
		mark(json, "abandoned", snapshot.marks().abandoned());
		return json.toString();
	}

	private static void mark(ObjectNode json, String name, boolean set) {
		if (set) {
			json.put(name, true);
		}
	}

	static ItemSnapshot item(ItemRecord record) {
		JsonNode json = read(record.json());
		ObjectNode event = JSON.createObjectNode().put("type", ITEM_CREATE);
		event.set("item", json.path("item"));
		ItemMarks marks = new ItemMarks(flag(json, "idle"), flag(json, "interrupted"), false, flag(json, "abandoned"));
		try {
			if (CODEC.decodeClientEvent(event.toString()) instanceof ConversationItemCreate create
					&& create.item().id() != null) {
				return new ItemSnapshot(create.item(), marks, text(json, "wholeText"));
			}
		}
		catch (RealtimeCodecException ex) {
			// Told below, without what was said
		}
		throw new UnreadableConversationException("The stored item " + record.id() + " cannot be read");
	}

	static String details(ConversationDetails details) {
		ObjectNode json = JSON.createObjectNode().put("version", VERSION);
		StoredSettings settings = details.settings();
		if (settings != null) {
			json.putObject("settings")
				.put("type", settings.type())
				.put("model", settings.model())
				.put("voice", settings.voice());
		}
		if (details.usage() != null) {
			json.set("usage", UsageFormat.write(JSON.createObjectNode(), details.usage()));
		}
		if (!details.notes().isEmpty()) {
			ObjectNode notes = json.putObject("notes");
			details.notes().forEach((name, text) -> notes.put(name, WellFormedText.of(text)));
		}
		return json.toString();
	}

	/**
	 * Return details with other notes, and with all else as it is, also what only a newer
	 * release knows.
	 */
	static String withNotes(String details, Map<String, String> notes) {
		if (read(details) instanceof ObjectNode json) {
			ObjectNode all = (json.path("notes") instanceof ObjectNode known) ? known : json.putObject("notes");
			notes.forEach((name, text) -> all.put(name, WellFormedText.of(text)));
			return json.toString();
		}
		throw new UnreadableConversationException("The details of a stored conversation cannot be read");
	}

	static ConversationDetails details(String text) {
		JsonNode json = read(text);
		JsonNode settings = json.path("settings");
		Map<String, String> notes = new LinkedHashMap<>();
		json.path("notes").properties().forEach((note) -> notes.put(note.getKey(), note.getValue().asString()));
		try {
			return new ConversationDetails(
					settings.isObject() ? new StoredSettings(Objects.requireNonNullElse(text(settings, "type"), ""),
							text(settings, "model"), text(settings, "voice")) : null,
					json.path("usage").isObject() ? UsageFormat.read(json.path("usage")) : null, notes);
		}
		catch (IllegalArgumentException | JacksonException ex) {
			throw new UnreadableConversationException("The details of a stored conversation cannot be read");
		}
	}

	private static JsonNode read(String text) {
		JsonNode json;
		try {
			json = JSON.readTree(text);
		}
		catch (JacksonException ex) {
			throw new UnreadableConversationException("A stored conversation is not JSON");
		}
		int version = json.path("version").asInt(0);
		if (version < 1) {
			throw new UnreadableConversationException("A stored conversation has no version");
		}
		if (version > VERSION) {
			throw new UnreadableConversationException(
					"A conversation was stored by a newer release: its version is " + version + ", not " + VERSION);
		}
		return json;
	}

	private static boolean flag(JsonNode json, String name) {
		return json.path(name).asBoolean(false);
	}

	private static @Nullable String text(JsonNode json, String name) {
		JsonNode value = json.path(name);
		return value.isString() ? value.stringValue() : null;
	}

}
