package io.realtime4j.spring.bridge.page;

import io.realtime4j.spring.bridge.connection.PageOutput;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells a page what the service says, for those who develop it. Not thread-safe.
 */
final class DeveloperView {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final PageOutput output;

	private @Nullable String session;

	DeveloperView(PageOutput output) {
		this.output = output;
	}

	/**
	 * Tell of an event of the service.
	 * @param sessionId the id of the session
	 * @param json the event as received
	 */
	void onHeard(String sessionId, String json) {
		JsonNode event = shown(json);
		if (event == null) {
			return;
		}
		this.output.tell(PageMessages.event(event));
		String type = event.path("type").asString("");
		if (this.session == null || type.equals("session.created") || type.equals("session.updated")) {
			this.session = PageMessages.session(sessionId, settings(event));
			this.output.tell(this.session);
		}
	}

	/**
	 * Tell of the session once more, since another page shows it.
	 */
	void tell() {
		if (this.session != null) {
			this.output.tell(this.session);
		}
	}

	private static @Nullable JsonNode shown(String json) {
		try {
			return ShownEvents.shown(JSON.readTree(json));
		}
		catch (JacksonException ex) {
			// The codec has read it, and sees more than this parser
			return null;
		}
	}

	private static @Nullable ObjectNode settings(JsonNode event) {
		return (event.path("session") instanceof ObjectNode settings) ? settings : null;
	}

}
