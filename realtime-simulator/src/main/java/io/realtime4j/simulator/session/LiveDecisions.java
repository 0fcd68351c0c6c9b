package io.realtime4j.simulator.session;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.realtime4j.simulator.settings.ServedLiveSettings;
import io.realtime4j.simulator.wire.EventSink;
import io.realtime4j.simulator.wire.Json;
import io.realtime4j.simulator.wire.ProtocolErrors;
import io.realtime4j.simulator.wire.ProtocolException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The decisions of a live session: when the client asks for one, when the model delegates
 * one, and with what was said where that is a trigger.
 */
final class LiveDecisions {

	private static final int MAX_ITEMS = 1000;

	private final Map<String, ObjectNode> items = new LinkedHashMap<>();

	private final Set<String> asked = new HashSet<>();

	private final EventSink events;

	private final ServedLiveSettings settings;

	private final SessionScript script;

	LiveDecisions(EventSink events, ServedLiveSettings settings, SessionScript script) {
		this.events = events;
		this.settings = settings;
		this.script = script;
	}

	/**
	 * Answer the questions when the client asks for it.
	 * @param asked the event of the client
	 */
	void decide(ObjectNode asked) {
		require("decision.create");
		String eventId = Json.text(asked, "event_id");
		if (eventId == null) {
			throw ProtocolErrors.missing("event_id");
		}
		if (!this.asked.add(eventId)) {
			throw new ProtocolException("invalid_value", "A decision was asked for with this 'event_id' before.",
					"event_id");
		}
		ObjectNode event = event().put("source_event_id", eventId);
		decide(event, this.settings.decisions().path("questions"));
	}

	/**
	 * Answer the questions when the model delegates that.
	 * @param delegationId the id of the delegation
	 */
	void delegated(String delegationId) {
		decide(event().put("delegation_id", delegationId), this.settings.decisions().path("questions"));
	}

	/**
	 * Answer the questions that were set for an event.
	 * @param said what was said
	 */
	void onTranscript(ObjectNode said) {
		String type = Json.text(said, "type", "");
		JsonNode questions = this.settings.questionsOn(type);
		if (!questions.isMissingNode()) {
			ObjectNode event = event().put("source_event_id", Json.text(said, "event_id"));
			event.put("source_event_type", type).put("trigger_id", this.events.ids().next("trg"));
			decide(event, questions);
		}
	}

	private ObjectNode event() {
		return this.events.event("decision.event")
			.putNull("delegation_id")
			.putNull("source_event_id")
			.putNull("source_event_type")
			.putNull("trigger_id");
	}

	private void decide(ObjectNode event, JsonNode questions) {
		Set<String> names = new HashSet<>();
		questions.forEach((question) -> names.add(Json.text(question, "name", "")));
		DecisionAnswers answers = new DecisionAnswers(questions, this.script.nextDecision(names));
		ObjectNode completed = event.putObject("event").put("type", "decision.completed");
		completed.set("decision",
				answers.decision(Json.text(this.settings.decisions(), "model", this.settings.model())));
		this.events.send(event);
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
