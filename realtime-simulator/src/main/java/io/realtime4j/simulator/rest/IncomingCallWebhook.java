package io.realtime4j.simulator.rest;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.realtime4j.simulator.time.Signal;
import io.realtime4j.simulator.wire.Ids;
import io.realtime4j.simulator.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Webhook that reports a call which comes in, and the answers to it.
 */
final class IncomingCallWebhook {

	private final Signal signal = new Signal();

	private final List<Integer> answers = new ArrayList<>();

	private final WebhookSender sender;

	private final String id;

	private final String body;

	private IncomingCallWebhook(WebhookSender sender, String type, ObjectNode data, Map<String, String> sipHeaders) {
		Ids ids = new Ids();
		this.sender = sender;
		this.id = ids.next("wh");
		ObjectNode event = Json.object().put("id", ids.next("evt")).put("object", "event");
		event.put("created_at", InstantSource.system().instant().getEpochSecond()).put("type", type);
		ArrayNode headers = data.putArray("sip_headers");
		sipHeaders.forEach((name, value) -> headers.addObject().put("name", name).put("value", value));
		event.set("data", data);
		this.body = event.toString();
	}

	static IncomingCallWebhook realtime(WebhookSender sender, String callId, Map<String, String> sipHeaders) {
		return new IncomingCallWebhook(sender, "realtime.call.incoming", Json.object().put("call_id", callId),
				sipHeaders);
	}

	static IncomingCallWebhook live(WebhookSender sender, String sessionId, Map<String, String> sipHeaders) {
		return new IncomingCallWebhook(sender, "live.transport.incoming",
				Json.object().put("session_id", sessionId).put("type", "sip"), sipHeaders);
	}

	void deliver() {
		this.sender.send(this.id, this.body).whenComplete((status, ex) -> answered((status != null) ? status : 0));
	}

	private void answered(int status) {
		synchronized (this.answers) {
			this.answers.add(status);
		}
		this.signal.changed();
	}

	List<Integer> awaitAnswers(int count, Duration timeout) {
		return this.signal.await(() -> answers(count), timeout,
				() -> "The webhook was not answered " + count + " times, but so: " + answers(0));
	}

	private @Nullable List<Integer> answers(int atLeast) {
		synchronized (this.answers) {
			return (this.answers.size() >= atLeast) ? List.copyOf(this.answers) : null;
		}
	}

}
