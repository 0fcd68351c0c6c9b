package io.realtime4j.live.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.realtime4j.codec.WellFormedText;
import io.realtime4j.live.session.LiveSession;
import io.realtime4j.store.RecordedConversation;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Internal knowledge of delegated work that is not done: it is noted with the stored
 * conversation while it lasts, so that whoever goes on with that tells the model.
 *
 * @param id the id of the call of a function, or of the delegation
 * @param response what tells the response that called the function from others, or
 * {@code null} if the application does the work
 * @param name the name of the function, or {@code null} if the application does the work
 * @param arguments the arguments of the function, or {@code null} if they are not known,
 * such as because they are too long
 * @since 0.1.0
 */
public record OpenWork(String id, @Nullable String response, @Nullable String name, @Nullable String arguments) {

	private static final String PREFIX = "live.work.";

	private static final int MAX_LENGTH = 300;

	private static final int MAX_NOTE = 1000;

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/**
	 * Return the call of a function.
	 * @param callId the id of the call
	 * @param response tells the response that called it from others
	 * @param name the name of the function
	 * @param arguments its arguments
	 * @return the work
	 */
	public static OpenWork ofCall(String callId, String response, String name, String arguments) {
		return new OpenWork(callId, response, name, arguments);
	}

	/**
	 * Return work of the application.
	 * @param delegationId the id of the delegation
	 * @return the work
	 */
	public static OpenWork ofApplication(String delegationId) {
		return new OpenWork(delegationId, null, null, null);
	}

	/**
	 * Note that the work has begun.
	 * @param session the session that has delegated it, which may not be stored
	 */
	public void begin(LiveSession session) {
		Map<String, String> members = members();
		if (this.arguments != null) {
			members.put("arguments", this.arguments);
		}
		String text = JSON.writeValueAsString(members);
		note(session, (text.length() <= MAX_NOTE) ? text : JSON.writeValueAsString(members()));
	}

	/**
	 * Note that the model knows how the work has ended.
	 * @param session the session that has delegated it
	 */
	public void end(LiveSession session) {
		note(session, null);
	}

	private void note(LiveSession session, @Nullable String text) {
		RecordedConversation conversation = RecordedConversation.find(session);
		if (conversation != null && this.id.length() <= MAX_LENGTH) {
			conversation.note(PREFIX + this.id, text);
		}
	}

	private Map<String, String> members() {
		Map<String, String> members = new LinkedHashMap<>();
		if (this.response != null) {
			members.put("response", cut(this.response));
		}
		if (this.name != null) {
			members.put("name", cut(this.name));
		}
		return members;
	}

	private static String cut(String text) {
		return WellFormedText.of((text.length() > MAX_LENGTH) ? text.substring(0, MAX_LENGTH) : text);
	}

	/**
	 * Return the work that was not done when a conversation was stored.
	 * @param notes the notes of the conversation
	 * @return the work, in the order of the ids
	 */
	static List<OpenWork> in(Map<String, String> notes) {
		List<OpenWork> open = new ArrayList<>();
		notes.keySet().stream().filter((name) -> name.startsWith(PREFIX)).sorted().forEach((name) -> {
			JsonNode members = read(notes.getOrDefault(name, ""));
			open.add(new OpenWork(name.substring(PREFIX.length()), text(members, "response"), text(members, "name"),
					text(members, "arguments")));
		});
		return List.copyOf(open);
	}

	private static @Nullable String text(JsonNode members, String name) {
		JsonNode value = members.path(name);
		return value.isString() ? value.stringValue() : null;
	}

	private static JsonNode read(String text) {
		try {
			return JSON.readTree(text);
		}
		catch (JacksonException ex) {
			// Written by another release: that there is work is known all the same
			return JSON.createObjectNode();
		}
	}

}
