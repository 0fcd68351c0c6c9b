package io.realtime4j.session;

import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How much a scripted server says of what a test has it say: all, nothing, or less.
 */
@FunctionalInterface
public interface ServerVoice {

	/**
	 * Return what is said of an event.
	 * @param text the event that a test has the server send
	 * @return the event as it is sent, or {@code null} if the server leaves it out
	 */
	@Nullable String say(String text);

	/**
	 * Say the rest of this voice through another one.
	 * @param next what says less of it
	 * @return both
	 */
	default ServerVoice and(ServerVoice next) {
		return (text) -> {
			String said = say(text);
			return (said != null) ? next.say(said) : null;
		};
	}

	// A server that says all
	static ServerVoice full() {
		return (text) -> text;
	}

	// A server that says nothing any more
	static ServerVoice silent() {
		return (text) -> null;
	}

	// A server that leaves out all events of these types
	static ServerVoice without(String... types) {
		Set<String> left = Set.of(types);
		return (text) -> left.contains(JsonMapper.shared().readTree(text).path("type").asString("")) ? null : text;
	}

	/**
	 * Return the voice of a server that leaves out members of its events.
	 * @param paths their names, of members inside of others joined by dots
	 * @return the voice
	 */
	static ServerVoice withoutMembers(String... paths) {
		return (text) -> {
			JsonNode event = JsonMapper.shared().readTree(text);
			for (String path : paths) {
				remove(event, path);
			}
			return event.toString();
		};
	}

	/**
	 * Return the voice of a server that announces nothing: neither items nor responses
	 * nor parts.
	 */
	static ServerVoice withoutAnnouncements() {
		return without("response.created", "response.output_item.added", "response.output_item.done",
				"conversation.item.created", "conversation.item.added", "conversation.item.done",
				"response.content_part.added", "response.content_part.done", "input_audio_buffer.committed");
	}

	/**
	 * Return the voices of servers that name their items, from the one that says all to
	 * those that say least.
	 */
	static Stream<Named<ServerVoice>> naming() {
		return Stream.of(Named.of("all", full()), Named.of("no responses", without("response.created")),
				Named.of("no output items", without("response.output_item.added", "response.output_item.done")),
				Named.of("no items of the conversation",
						without("conversation.item.added", "conversation.item.done", "input_audio_buffer.committed")),
				Named.of("no arguments", without("response.function_call_arguments.done")),
				Named.of("no announcements", withoutAnnouncements()),
				Named.of("no indexes", withoutMembers("output_index", "content_index", "previous_item_id", "event_id")),
				Named.of("no output", withoutMembers("response.output", "response.conversation_id")));
	}

	/**
	 * Return the voices of all servers, also of those that name neither responses nor
	 * items.
	 */
	static Stream<Named<ServerVoice>> all() {
		return Stream.concat(naming(),
				Stream.of(Named.of("no ids of responses", withoutMembers("response_id", "response.id")),
						Named.of("no ids of items", withoutMembers("item_id", "item.id", "response.output.id"))));
	}

	private static void remove(JsonNode node, String path) {
		int dot = path.indexOf('.');
		if (node instanceof ArrayNode array) {
			array.forEach((element) -> remove(element, path));
		}
		else if (node instanceof ObjectNode object && dot < 0) {
			object.remove(path);
		}
		else if (node instanceof ObjectNode object && object.has(path.substring(0, dot))) {
			remove(object.get(path.substring(0, dot)), path.substring(dot + 1));
		}
	}

}
