package io.realtime4j.simulator.session;

import java.util.LinkedHashMap;
import java.util.Map;

import io.realtime4j.simulator.settings.ServedLiveSettings;
import io.realtime4j.simulator.wire.EventSink;
import io.realtime4j.simulator.wire.Json;
import io.realtime4j.simulator.wire.ProtocolErrors;
import io.realtime4j.simulator.wire.ProtocolException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The decisions of a live session: the questions that are set are answered as the script
 * says, and otherwise by the first choice.
 */
final class LiveDecisions {

	private static final int MAX_ITEMS = 1000;

	private static final double UNSURE = 0.5;

	private final Map<String, ObjectNode> items = new LinkedHashMap<>();

	private final EventSink events;

	private final ServedLiveSettings settings;

	private final SessionScript script;

	LiveDecisions(EventSink events, ServedLiveSettings settings, SessionScript script) {
		this.events = events;
		this.settings = settings;
		this.script = script;
	}

	/**
	 * Answer the questions.
	 * @param asked the event of the client
	 */
	void decide(ObjectNode asked) {
		require("decision.create");
		String eventId = Json.text(asked, "event_id");
		if (eventId == null) {
			throw ProtocolErrors.missing("event_id");
		}
		JsonNode decisions = this.settings.decisions();
		Map<String, ?> answers = this.script.nextDecision();
		ObjectNode decision = Json.object().put("model", Json.text(decisions, "model", ""));
		ArrayNode told = decision.putArray("answers");
		decisions.path("questions")
			.forEach((question) -> told.add(answer(question, answers.get(Json.text(question, "name", "")))));
		ObjectNode completed = Json.object().put("type", "decision.completed");
		completed.set("decision", decision);
		ObjectNode event = this.events.event("decision.event").putNull("delegation_id").put("source_event_id", eventId);
		event.put("source_event_type", "decision.create").putNull("trigger_id").set("event", completed);
		this.events.send(event);
	}

	private static ObjectNode answer(JsonNode question, @Nullable Object scripted) {
		String type = Json.text(question, "type", "");
		ObjectNode answer = Json.object().put("type", type).put("name", Json.text(question, "name"));
		switch (type) {
			case "choice" -> answer
				.set("choice",
						(scripted != null) ? Json.value(scripted) : question.path("choices").path(0).path("value"))
				.put("confidence", (scripted != null) ? 1 : UNSURE);
			case "predicate" -> answer.put("probability",
					(scripted instanceof Number number) ? number.doubleValue() : likelihood(scripted));
			default -> answer.put("score", (scripted instanceof Number number) ? number.doubleValue() : 0)
				.put("confidence", (scripted != null) ? 1 : UNSURE);
		}
		return answer;
	}

	private static double likelihood(@Nullable Object scripted) {
		if (scripted instanceof Boolean yes) {
			return yes ? 1 : 0;
		}
		return UNSURE;
	}

	/**
	 * Take an item that decisions are made about.
	 * @param event the event of the client
	 * @return the item as the server has it
	 */
	ObjectNode add(ObjectNode event) {
		require("decision.item.create");
		ObjectNode item = Arguments.object(event, "item").deepCopy();
		String id = Json.text(item, "id", this.events.ids().next("item"));
		if (this.items.size() >= MAX_ITEMS || this.items.putIfAbsent(id, item.put("id", id)) != null) {
			throw new ProtocolException("invalid_value", "The item is there already, or there are too many.",
					"item.id");
		}
		return item;
	}

	/**
	 * Forget an item.
	 * @param event the event of the client
	 * @return the identifier of the item
	 */
	String remove(ObjectNode event) {
		require("decision.item.delete");
		String id = Arguments.string(event, "item_id");
		if (this.items.remove(id) == null) {
			throw new ProtocolException("invalid_value", "There is no such item.", "item_id");
		}
		return id;
	}

	private void require(String type) {
		if (!"decisions".equals(this.settings.delegation())) {
			throw new ProtocolException(null, "'" + type + "' requires decisions delegation.", "type");
		}
	}

}
