package io.realtime4j.session;

import java.util.ArrayDeque;
import java.util.Deque;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A server that runs one response at a time, refuses a second one, and also answers what
 * somebody says. A test turns its wheels, so that its events arrive when the test wants.
 */
class OverlapServer {

	private final ScriptedConnection connection;

	private final Deque<JsonNode> requests = new ArrayDeque<>();

	private @Nullable String active;

	private @Nullable JsonNode metadata;

	private int responses;

	private int refusals;

	OverlapServer(ScriptedConnection connection) {
		this.connection = connection;
		connection.onSend(this::onSend);
	}

	private synchronized void onSend(JsonNode event) {
		if (event.path("type").asString().equals("response.create")) {
			this.requests.add(event);
		}
	}

	// Somebody spoke, and the server answers unless it does so already
	void speak(boolean told) {
		if (this.active == null) {
			this.connection.receive(Wire.speechStopped());
			begin(null, told);
		}
	}

	// Take one request. Return whether there was one
	boolean takeRequest() {
		JsonNode request;
		synchronized (this) {
			request = this.requests.poll();
		}
		if (request == null) {
			return false;
		}
		if (this.active != null) {
			this.refusals++;
			this.connection.receive(Wire.responseCreated(this.active, this.metadata),
					Wire.overlap((this.refusals % 2 == 0) ? null : request.path("event_id").asString()));
		}
		else {
			begin(Wire.metadata(request), true);
		}
		return true;
	}

	// End the response that runs. Return whether there was one
	boolean finish() {
		String id = this.active;
		if (id == null) {
			return false;
		}
		this.active = null;
		this.connection.receive(Wire.responseDone(id, this.metadata));
		return true;
	}

	private void begin(@Nullable JsonNode metadata, boolean told) {
		this.active = "resp_" + this.responses++;
		this.metadata = metadata;
		if (told) {
			this.connection.receive(Wire.responseCreated(this.active, metadata));
		}
	}

	int refusals() {
		return this.refusals;
	}

	int responses() {
		return this.responses;
	}

}
