package io.realtime4j.spring.service;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How much services say of what a test has them say.
 */
public enum ServiceVoice {

	ALL(Set.of(), Set.of()),

	NO_RESPONSES(Set.of("response.created"), Set.of()),

	NO_ITEMS(Set.of("conversation.item.added", "conversation.item.done"), Set.of()),

	NO_OUTPUT_ITEMS(Set.of("response.output_item.added", "response.output_item.done"), Set.of()),

	NO_ARGUMENTS(Set.of("response.function_call_arguments.done"), Set.of()),

	NO_ANNOUNCEMENTS(Set.of("response.created", "conversation.item.added", "conversation.item.done",
			"response.output_item.added", "response.output_item.done", "response.content_part.added",
			"response.content_part.done", "input_audio_buffer.committed"), Set.of()),

	NO_INDEXES(Set.of(), Set.of("output_index", "content_index", "previous_item_id")),

	NO_IDS(Set.of(), Set.of("event_id", "response_id", "item_id", "previous_item_id", "id")),

	NO_OUTPUT(Set.of(), Set.of("output"));

	private final Set<String> types;

	private final Set<String> members;

	ServiceVoice(Set<String> types, Set<String> members) {
		this.types = types;
		this.members = members;
	}

	/**
	 * Return whether items have ids.
	 * @return whether the service says them
	 */
	public boolean hasIds() {
		return this != NO_IDS;
	}

	/**
	 * Return what is said of an event.
	 * @param text the event that a test has the service send
	 * @return the event as it is sent, or {@code null} if the service leaves it out
	 */
	public @Nullable String say(String text) {
		if (this == ALL) {
			return text;
		}
		JsonNode event = JsonMapper.shared().readTree(text);
		if (this.types.contains(event.path("type").asString(""))) {
			return null;
		}
		this.members.forEach((member) -> remove(event, member));
		return event.toString();
	}

	// What an item of a function says as its output is no list
	private static void remove(JsonNode node, String member) {
		if (node instanceof ObjectNode object) {
			if (!member.equals("output") || object.path(member).isArray()) {
				object.remove(member);
			}
		}
		node.forEach((child) -> remove(child, member));
	}

}
