package io.realtime4j.spring.bridge.page;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import io.realtime4j.conversation.MessageEntry;
import io.realtime4j.session.AnswerStarted;
import io.realtime4j.speech.AnswerLatency;
import io.realtime4j.spring.bridge.PageOptions;
import io.realtime4j.tool.ToolApproval;
import io.realtime4j.usage.Cost;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes what the server tells a page.
 */
final class PageMessages {

	private static final String ITEM_ID = "itemId";

	private static final String CONTENT_INDEX = "contentIndex";

	private static final String CALL_ID = "callId";

	private static final String STATE = "state";

	private static final String REASON = "reason";

	private PageMessages() {
	}

	static String ready(Ready ready, PageView.Shown shown) {
		ObjectNode message = message("ready").put("resume", ready.token())
			.put("resumed", ready.resumed())
			.put("family", ready.family())
			.put("outputSampleRate", PageSink.SAMPLE_RATE)
			.put("manualTurns", ready.manualTurns());
		choices(message, "models", ready.options().models());
		choices(message, "voices", ready.options().voices());
		ArrayNode entries = message.putArray("history");
		shown.history().forEach((entry) -> fill(entries.addObject(), entry, shown.left().contains(entry.itemId())));
		ArrayNode open = message.putArray("approvals");
		shown.approvals().forEach((approval) -> fill(open.addObject(), approval));
		ArrayNode calls = message.putArray("tools");
		shown.calls().forEach((call) -> fill(calls.addObject(), call));
		ArrayNode latencies = message.putArray("latencies");
		shown.answers().forEach((answer) -> fill(latencies.addObject(), answer));
		return message.toString();
	}

	private static void choices(ObjectNode message, String name, List<String> values) {
		if (!values.isEmpty()) {
			ArrayNode choices = message.putArray(name);
			values.forEach(choices::add);
		}
	}

	/**
	 * Tell of the session, for developers.
	 */
	static String session(String id, @Nullable JsonNode settings) {
		ObjectNode message = message("session").put("id", id);
		if (settings != null) {
			message.set("settings", settings);
		}
		return message.toString();
	}

	/**
	 * Tell of an event of the service, for developers.
	 */
	static String event(JsonNode event) {
		return message("event").set("event", event).toString();
	}

	static String state(String state, @Nullable String reason) {
		return optional(message(STATE).put(STATE, state), REASON, reason);
	}

	static String speech(boolean active) {
		return message("speech").put("active", active).toString();
	}

	static String audio(String itemId, long contentIndex, long offsetMillis, @Nullable String responseId) {
		return optional(part("audio", itemId, contentIndex).put("offsetMs", offsetMillis), "responseId", responseId);
	}

	static String audioEnd(String itemId, long contentIndex) {
		return part("audio-end", itemId, contentIndex).toString();
	}

	static String clear() {
		return message("clear").toString();
	}

	static String transcript(MessageEntry entry, @Nullable String previousItemId, boolean left) {
		ObjectNode message = message("transcript");
		fill(message, entry, left);
		return message.put("previousItemId", previousItemId).toString();
	}

	static String transcriptRemoved(String itemId) {
		return message("transcript-removed").put(ITEM_ID, itemId).toString();
	}

	static String tool(String callId, String name, String state, @Nullable String arguments) {
		return optional(message("tool").put(CALL_ID, callId).put("name", name).put(STATE, state), "arguments",
				arguments);
	}

	static String toolOutput(String callId, String output) {
		return message("tool-output").put(CALL_ID, callId).put("output", output).toString();
	}

	static String approval(ToolApproval approval) {
		ObjectNode message = message("approval");
		fill(message, approval);
		return message.toString();
	}

	static String approvalClosed(String id, boolean approved) {
		return message("approval-closed").put("id", id).put("approved", approved).toString();
	}

	static String response(@Nullable String responseId, String status, @Nullable String reason) {
		return optional(message("response").put("responseId", responseId).put("status", status), REASON, reason);
	}

	static String latency(AnswerStarted started) {
		ObjectNode message = message("latency");
		fill(message, started);
		return message.toString();
	}

	private static void fill(ObjectNode node, AnswerStarted started) {
		AnswerLatency latency = started.latency();
		node.put("turnEnd", latency.turnEnd().name().toLowerCase(Locale.ROOT));
		put(node, "detectionMs", latency.detection());
		put(node, "responseMs", latency.response());
		put(node, "playbackMs", latency.playback());
		put(node, "totalMs", latency.total());
		put(node, ITEM_ID, started.itemId());
	}

	private static void fill(ObjectNode node, PastCalls.Call call) {
		node.put(CALL_ID, call.callId()).put("name", call.name()).put(STATE, call.state());
		node.put("previousItemId", call.after());
		put(node, "arguments", call.arguments());
		put(node, "output", call.output());
	}

	private static void put(ObjectNode node, String name, @Nullable String value) {
		if (value != null) {
			node.put(name, value);
		}
	}

	private static void put(ObjectNode message, String name, @Nullable Duration duration) {
		if (duration != null) {
			message.put(name, duration.toMillis());
		}
	}

	static String usage(long inputTokens, long outputTokens, long totalTokens, @Nullable Cost cost) {
		return priced(message("usage").put("inputTokens", inputTokens)
			.put("outputTokens", outputTokens)
			.put("totalTokens", totalTokens), cost);
	}

	static String usage(double seconds, @Nullable Cost cost) {
		return priced(message("usage").put("seconds", seconds), cost);
	}

	private static String priced(ObjectNode usage, @Nullable Cost cost) {
		if (cost != null && cost.amount() != null) {
			usage.put("cost", cost.amount()).put("currency", cost.currency().getCurrencyCode());
		}
		return usage.toString();
	}

	static String work(String id, String state) {
		return message("work").put("id", id).put(STATE, state).toString();
	}

	static String error(String code, String message) {
		return message("error").put("code", code).put("message", message).toString();
	}

	private static ObjectNode message(String type) {
		return JsonNodeFactory.instance.objectNode().put("type", type);
	}

	private static ObjectNode part(String type, String itemId, long contentIndex) {
		return message(type).put(ITEM_ID, itemId).put(CONTENT_INDEX, contentIndex);
	}

	private static void fill(ObjectNode node, MessageEntry entry, boolean left) {
		node.put(ITEM_ID, entry.itemId())
			.put("role", entry.role().value())
			.put("text", entry.interrupted() ? entry.heardText() : entry.text())
			.put("final", entry.settled())
			.put("interrupted", entry.interrupted());
		if (left && entry.interrupted()) {
			node.put("left", true);
		}
	}

	private static void fill(ObjectNode node, ToolApproval approval) {
		node.put("id", approval.id()).put("name", approval.toolName()).put("arguments", approval.argumentsText());
	}

	private static String optional(ObjectNode message, String name, @Nullable String value) {
		return ((value != null) ? message.put(name, value) : message).toString();
	}

	/**
	 * The first message to a page.
	 *
	 * @param token finds the conversation again
	 * @param resumed whether the page found an earlier one
	 * @param family the protocol family of the session
	 * @param manualTurns whether the page has to say when a turn ends
	 * @param options what the page may choose
	 */
	record Ready(String token, boolean resumed, String family, boolean manualTurns, PageOptions options) {

	}

}
