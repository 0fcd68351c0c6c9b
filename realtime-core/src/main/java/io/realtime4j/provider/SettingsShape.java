package io.realtime4j.provider;

import java.util.List;

import io.realtime4j.codec.EventShape;
import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.event.client.ResponseCreate;
import io.realtime4j.event.client.SessionUpdate;
import io.realtime4j.event.server.SessionCreated;
import io.realtime4j.event.server.SessionUpdated;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Leaves out of settings what a provider cannot take, and puts the rest where the
 * provider wants it.
 */
class SettingsShape implements EventShape {

	private final SettingLimits limits;

	SettingsShape(SettingLimits limits) {
		this.limits = limits;
	}

	@Override
	public boolean concerns(RealtimeMessage message) {
		return message instanceof SessionUpdate || message instanceof ResponseCreate
				|| message instanceof SessionCreated || message instanceof SessionUpdated;
	}

	@Override
	public void apply(RealtimeMessage message, ObjectNode event) {
		if (event.get("session") instanceof ObjectNode session) {
			this.limits.removeFrom(session);
			shapeSession(session, message instanceof SessionUpdate);
			removeEmptyAudio(session);
		}
		if (message instanceof ResponseCreate && event.get("response") instanceof ObjectNode response) {
			shapeResponse(response);
			removeEmptyAudio(response);
		}
	}

	/**
	 * Put the settings of a session where the provider wants them.
	 * @param session the settings; changed in place
	 * @param asked whether they are asked for, rather than told by the server
	 */
	void shapeSession(ObjectNode session, boolean asked) {
	}

	void shapeResponse(ObjectNode response) {
	}

	static void move(ObjectNode object, List<String> from, String to) {
		JsonNode parent = object;
		for (String name : from.subList(0, from.size() - 1)) {
			parent = parent.path(name);
		}
		JsonNode value = (parent instanceof ObjectNode holder) ? holder.remove(from.get(from.size() - 1)) : null;
		if (value != null) {
			object.set(to, value);
		}
	}

	private static void removeEmptyAudio(ObjectNode object) {
		if (object.get("audio") instanceof ObjectNode audio) {
			List.of("input", "output").forEach((name) -> {
				if (audio.path(name).isObject() && audio.path(name).isEmpty()) {
					audio.remove(name);
				}
			});
			if (audio.isEmpty()) {
				object.remove("audio");
			}
		}
	}

}
