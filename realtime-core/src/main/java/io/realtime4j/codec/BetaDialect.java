package io.realtime4j.codec;

import java.util.Map;
import java.util.Set;

import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.event.client.SessionUpdate;
import io.realtime4j.event.client.UnknownClientEvent;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.event.server.SessionCreated;
import io.realtime4j.event.server.SessionUpdated;
import io.realtime4j.event.server.UnknownServerEvent;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.model.session.SessionSettings;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one place that knows how beta writes an event. How it is read stands in
 * {@link EventTypes} (names), {@link BetaShape} and {@link ModelUnions} (content).
 */
final class BetaDialect {

	/**
	 * The GA names of the events that beta calls otherwise, and their beta names.
	 */
	static final Map<String, String> NAMES = Map.of("response.output_text.delta", "response.text.delta",
			"response.output_text.done", "response.text.done", "response.output_audio.delta", "response.audio.delta",
			"response.output_audio.done", "response.audio.done", "response.output_audio_transcript.delta",
			"response.audio_transcript.delta", "response.output_audio_transcript.done",
			"response.audio_transcript.done");

	static final Set<String> GA_ONLY = Set.of("conversation.item.added", "conversation.item.done",
			"input_audio_buffer.timeout_triggered", "input_audio_buffer.dtmf_event_received");

	private static final Map<String, String> CONTENT_TYPES = Map.of("output_text", "text", "output_audio", "audio");

	private static final Set<String> ROLES = Set.of("system", "user", "assistant");

	private BetaDialect() {
	}

	/**
	 * Write an event in the beta dialect.
	 * @param message the event
	 * @param tree the same event as GA writes it; changed in place
	 * @return the tree
	 * @throws RealtimeCodecException if beta cannot say it
	 */
	static JsonNode translate(RealtimeMessage message, JsonNode tree) {
		if (!(tree instanceof ObjectNode event) || message instanceof UnknownServerEvent
				|| message instanceof UnknownClientEvent) {
			return tree;
		}
		String type = message.type();
		if (GA_ONLY.contains(type)) {
			throw new RealtimeCodecException("The beta dialect has no event " + type);
		}
		if (NAMES.containsKey(type)) {
			event.put("type", NAMES.get(type));
		}
		SessionSettings settings = settings(message);
		if (settings != null && event.get("session") instanceof ObjectNode session) {
			translateSession(type, settings, session, message instanceof ServerEvent);
		}
		translateItem(event.path("item"));
		if (event.get("response") instanceof ObjectNode response) {
			BetaShape.RESPONSE.toBeta(response, message instanceof ServerEvent);
			response.path("output").forEach(BetaDialect::translateItem);
			response.path("input").forEach(BetaDialect::translateItem);
		}
		return event;
	}

	private static @Nullable SessionSettings settings(RealtimeMessage message) {
		if (message instanceof SessionUpdate update) {
			return update.session();
		}
		if (message instanceof SessionCreated created) {
			return created.session();
		}
		return (message instanceof SessionUpdated updated) ? updated.session() : null;
	}

	private static void translateSession(String type, SessionSettings settings, ObjectNode session, boolean told) {
		if ("transcription".equals(settings.type())) {
			throw new RealtimeCodecException("The beta dialect has no transcription session in " + type
					+ ": use the event transcription_session." + type.substring("session.".length()));
		}
		// Settings of an unknown kind are written as they came
		if (settings instanceof RealtimeSessionSettings) {
			session.remove("type");
			BetaShape.SESSION.toBeta(session, told);
		}
	}

	private static void translateItem(JsonNode item) {
		boolean isMessage = item.path("type").asString("").equals("message")
				&& ROLES.contains(item.path("role").asString(""));
		for (JsonNode part : item.path("content")) {
			if (isMessage && part instanceof ObjectNode object) {
				String name = CONTENT_TYPES.get(object.path("type").asString(""));
				if (name != null) {
					object.put("type", name);
				}
			}
		}
	}

}
