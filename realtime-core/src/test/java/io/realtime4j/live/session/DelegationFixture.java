package io.realtime4j.live.session;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.UnaryOperator;

import io.realtime4j.live.tool.DelegatedTask;
import io.realtime4j.live.tool.DelegationEvent;
import io.realtime4j.live.tool.DelegationFinished;
import io.realtime4j.live.tool.DelegationHandler;
import io.realtime4j.live.tool.DelegationOutcome;
import io.realtime4j.live.tool.DelegationRunner;
import io.realtime4j.session.ScriptedConnection;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A client of live sessions whose delegated work is done by a handler of the test. What
 * handlers are started on waits while {@link #hold} was called.
 */
class DelegationFixture {

	final LiveSessionFixture fixture = new LiveSessionFixture();

	final List<DelegatedTask> tasks = new ArrayList<>();

	final List<DelegationEvent> events = new ArrayList<>();

	private final Deque<Runnable> held = new ArrayDeque<>();

	private boolean holding;

	private boolean rejecting;

	LiveSession opened(DelegationHandler handler) {
		return opened((builder) -> builder.handler(handler), LiveSpec.of(LiveSessionFixture.SETTINGS));
	}

	LiveSession opened(UnaryOperator<DelegationRunner.Builder> customizer, LiveSpec spec) {
		LiveSession session = client(runner(customizer)).open(spec);
		connection().accept();
		if (!spec.isAttached()) {
			connection().receive(LiveSessionFixture.started());
			connection().expect("session.start");
		}
		return session;
	}

	LiveClient client(LiveInterceptor.Factory... runners) {
		return new DefaultLiveClient(this.fixture.environment(), List.of(), List.of(runners), null);
	}

	DelegationRunner runner(UnaryOperator<DelegationRunner.Builder> customizer) {
		return customizer
			.apply(DelegationRunner.builder(this::execute, this.fixture.scheduler)
				.listenerExecutor(Runnable::run)
				.listener((session, event) -> this.events.add(event)))
			.build();
	}

	private void execute(Runnable task) {
		if (this.rejecting) {
			throw new RejectedExecutionException("no thread");
		}
		if (this.holding) {
			this.held.add(task);
		}
		else {
			task.run();
		}
	}

	void hold() {
		this.holding = true;
	}

	void release() {
		this.holding = false;
		while (!this.held.isEmpty()) {
			this.held.remove().run();
		}
	}

	void reject() {
		this.rejecting = true;
	}

	/**
	 * Return a handler that keeps its tasks.
	 */
	DelegationHandler keeping(DelegationHandler handler) {
		return (task) -> {
			this.tasks.add(task);
			return handler.handle(task);
		};
	}

	ScriptedConnection connection() {
		return this.fixture.connection();
	}

	void advance(Duration time) {
		this.fixture.scheduler.advance(time);
	}

	/**
	 * The user speaks, and all of it is transcribed when the model delegates.
	 */
	void asks(String words, String delegationId) {
		connection().receive(words("input", words, 500, 2000), delegated(delegationId, 1900));
	}

	void expectAnswer(String delegationId, String text) {
		JsonNode event = connection().expect("session.commentary.append");
		assertThat(event.get("content").asString()).contains(text);
		assertThat(event.get("delegation_id").asStringOpt().orElse(null)).isEqualTo(delegationId);
		connection().receive(LiveSessionFixture.appended("commentary", event.get("event_id").asString()));
	}

	/**
	 * Expect an answer, which the server refuses.
	 */
	void refuseAnswer(String delegationId, String text) {
		JsonNode event = connection().expect("session.commentary.append");
		assertThat(event.get("content").asString()).contains(text);
		assertThat(event.get("delegation_id").asStringOpt().orElse(null)).isEqualTo(delegationId);
		connection().receive(LiveSessionFixture.error("invalid_value", event.get("event_id").asString()));
	}

	List<DelegationOutcome> outcomes() {
		return this.events.stream()
			.filter(DelegationFinished.class::isInstance)
			.map(DelegationFinished.class::cast)
			.map(DelegationFinished::outcome)
			.toList();
	}

	static String words(String side, String delta, long startMs, long endMs) {
		return "{\"type\":\"session." + side + "_transcript.delta\",\"event_id\":\"e\",\"delta\":\"" + delta
				+ "\",\"start_ms\":" + startMs + ",\"end_ms\":" + endMs + "}";
	}

	static String delegated(String id, long offsetMs) {
		return delegation("\"id\":\"" + id + "\",\"target\":\"client\"", offsetMs);
	}

	static String delegation(String members, long offsetMs) {
		return "{\"type\":\"session.delegation.created\",\"event_id\":\"e\",\"offset_ms\":" + offsetMs
				+ ",\"delegation\":{\"type\":\"delegation\"" + (members.isEmpty() ? "" : ",") + members + "}}";
	}

}
