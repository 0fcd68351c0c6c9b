package io.realtime4j.spring.bridge.relay;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the few events of the service that the bridge says itself, to one page.
 */
final class RelayMessages {

	private static final String SESSION = "session";

	/**
	 * Members that pages are not shown: the application's words to the model are none of
	 * the user's business.
	 */
	private static final List<String> CONFIDENTIAL = List.of("instructions", "tools", "tool_choice", "prompt",
			"tracing");

	private final JsonMapper json = JsonMapper.builder().build();

	private final AtomicLong count = new AtomicLong();

	private volatile @Nullable JsonNode settings;

	/**
	 * Return what a page is told of the settings of its session.
	 * @param text the event of the service, {@code session.created} or
	 * {@code session.updated}
	 * @return the same without what is confidential
	 */
	JsonNode session(String text) {
		JsonNode event = this.json.readTree(text);
		if (event.path(SESSION) instanceof ObjectNode told) {
			told.remove(CONFIDENTIAL);
		}
		return event;
	}

	/**
	 * Note that a page was told of settings.
	 * @param event what it was told
	 */
	void remember(JsonNode event) {
		this.settings = event.path(SESSION);
	}

	/**
	 * Return the answer to a page that wants other settings: those in force.
	 * @return the event, or {@code null} if the service has not told them yet
	 */
	@Nullable String settingsInForce() {
		JsonNode known = this.settings;
		return (known != null) ? event("session.updated").set(SESSION, known).toString() : null;
	}

	String error(@Nullable String code, String message, @Nullable String cause) {
		ObjectNode event = event("error");
		event.putObject("error")
			.put("type", "invalid_request_error")
			.put("code", code)
			.put("message", message)
			.putNull("param")
			.put("event_id", cause);
		return event.toString();
	}

	private ObjectNode event(String type) {
		return JsonNodeFactory.instance.objectNode()
			.put("type", type)
			.put("event_id", "event_bridge_" + this.count.incrementAndGet());
	}

}
