package io.realtime4j.simulator.dialect;

import java.util.List;
import java.util.Map;

import io.realtime4j.simulator.wire.Ids;
import io.realtime4j.simulator.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Internal translation of the beta protocol: the same events under older names, with flat
 * settings.
 */
public final class ServedBetaDialect implements ServedDialect {

	private static final Map<String, String> EVENT_NAMES = Map.of("response.output_text.delta", "response.text.delta",
			"response.output_text.done", "response.text.done", "response.output_audio.delta", "response.audio.delta",
			"response.output_audio.done", "response.audio.done", "response.output_audio_transcript.delta",
			"response.audio_transcript.delta", "response.output_audio_transcript.done",
			"response.audio_transcript.done", "conversation.item.added", "conversation.item.created");

	private static final Map<String, String> CONTENT_NAMES = Map.of("output_text", "text", "output_audio", "audio");

	private static final Map<String, String> GA_CONTENT_NAMES = Map.of("text", "output_text", "audio", "output_audio");

	private final BetaSettings settings = new BetaSettings();

	private final Ids ids = new Ids();

	@Override
	public ObjectNode toGa(ObjectNode event) {
		ObjectNode copy = event.deepCopy();
		switch (Json.text(copy, "type", "")) {
			case "session.update" -> this.settings.sessionToGa(copy, "realtime");
			case "transcription_session.update" -> {
				copy.put("type", "session.update");
				this.settings.sessionToGa(copy, "transcription");
			}
			case "response.create" -> this.settings.responseToGa(Json.member(copy, "response"));
			case "conversation.item.create" -> renameContent(Json.member(copy, "item"), GA_CONTENT_NAMES, true);
			default -> {
				// the same in both
			}
		}
		return copy;
	}

	@Override
	public List<ObjectNode> fromGa(ObjectNode event) {
		String type = Json.text(event, "type", "");
		if ("conversation.item.done".equals(type)) {
			return List.of();
		}
		event.put("type", EVENT_NAMES.getOrDefault(type, type)).remove("obfuscation");
		describeItem(Json.member(event, "item"));
		describeResponse(Json.member(event, "response"));
		if ("error".equals(type)) {
			this.settings.errorFromGa(Json.member(event, "error"));
		}
		ObjectNode session = Json.member(event, "session");
		if (session == null) {
			return List.of(event);
		}
		boolean transcription = "transcription".equals(Json.text(session, "type"));
		event.set("session", this.settings.sessionFromGa(session));
		if (transcription) {
			return List.of(event.put("type", "transcription_" + type));
		}
		return ("session.created".equals(type)) ? List.of(event, conversationCreated()) : List.of(event);
	}

	private ObjectNode conversationCreated() {
		ObjectNode created = Json.object().put("type", "conversation.created").put("event_id", this.ids.next("event"));
		created.putObject("conversation").put("id", this.ids.next("conv")).put("object", "realtime.conversation");
		return created;
	}

	private void describeResponse(@Nullable ObjectNode response) {
		if (response != null) {
			for (JsonNode item : response.path("output")) {
				describeItem((ObjectNode) item);
			}
			this.settings.responseFromGa(response);
		}
	}

	private static void describeItem(@Nullable ObjectNode item) {
		if (item != null) {
			item.put("object", "realtime.item");
			renameContent(item, CONTENT_NAMES, false);
		}
	}

	private static void renameContent(@Nullable ObjectNode item, Map<String, String> names, boolean assistantOnly) {
		if (item == null || (assistantOnly && !"assistant".equals(Json.text(item, "role")))) {
			return;
		}
		for (JsonNode part : item.path("content")) {
			String type = Json.text(part, "type");
			if (type != null && names.containsKey(type)) {
				((ObjectNode) part).put("type", names.get(type));
			}
		}
	}

}
