package io.realtime4j.session.engine;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Internal holder of the settings that the server has acknowledged, as one event that can
 * be sent over another connection. The settings that servers report cannot be used for
 * that: they contain members that servers do not accept from a client. Not thread-safe: a
 * protocol uses it under the lock of its session.
 *
 * @since 0.1.0
 */
public final class AcknowledgedSettings {

	private static final String SETTINGS = "session";

	private static final String TYPE = "type";

	private @Nullable String update;

	/**
	 * Create settings.
	 * @param update the event that says the settings at first, or {@code null} if there
	 * are none
	 */
	public AcknowledgedSettings(@Nullable String update) {
		this.update = update;
	}

	/**
	 * Return the event that says the settings.
	 * @param eventId the id that the event shall have
	 * @return the event as JSON, or {@code null} if no settings were said
	 */
	public @Nullable String update(String eventId) {
		if (this.update == null) {
			return null;
		}
		ObjectNode event = read(this.update);
		event.put("event_id", eventId);
		return event.toString();
	}

	/**
	 * The server took a change.
	 * @param taken the event that said the change, as JSON
	 */
	public void acknowledge(String taken) {
		if (this.update == null) {
			this.update = taken;
			return;
		}
		ObjectNode event = read(this.update);
		merge(event.withObject(SETTINGS), read(taken).path(SETTINGS));
		this.update = event.toString();
	}

	private static ObjectNode read(String text) {
		return (ObjectNode) JsonMapper.shared().readTree(text);
	}

	private static void merge(ObjectNode target, JsonNode change) {
		for (Map.Entry<String, JsonNode> member : change.properties()) {
			JsonNode before = target.get(member.getKey());
			if (before instanceof ObjectNode old && member.getValue().isObject()
					&& isOfSameKind(old, member.getValue())) {
				merge(old, member.getValue());
			}
			else {
				target.set(member.getKey(), member.getValue());
			}
		}
	}

	// A server_vad does not become a semantic_vad by some members
	private static boolean isOfSameKind(JsonNode before, JsonNode after) {
		return !after.has(TYPE) || after.path(TYPE).equals(before.path(TYPE));
	}

}
