package io.realtime4j.tool;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.UnaryOperator;

import io.realtime4j.model.tool.FunctionTool;
import io.realtime4j.session.ScriptedSession;
import io.realtime4j.session.ServerVoice;
import io.realtime4j.session.SessionLimits;
import io.realtime4j.session.SessionSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A scripted session with tools. The tool {@code later} gives each result when a test
 * says so; all others that a test adds run on the thread of the test.
 */
class ToolFixture {

	final Map<String, CompletableFuture<ToolResult>> later = new LinkedHashMap<>();

	final List<ToolEvent> events = Collections.synchronizedList(new ArrayList<>());

	final List<String> started = new ArrayList<>();

	final ScriptedSession script;

	private final Deque<Runnable> tasks = new ArrayDeque<>();

	private boolean holding;

	private final Map<String, List<JsonNode>> called = new HashMap<>();

	private boolean rejecting;

	ToolFixture(CallableTool... tools) {
		this(UnaryOperator.identity(), UnaryOperator.identity(), tools);
	}

	ToolFixture(UnaryOperator<ToolRunner.Builder> customizer, UnaryOperator<SessionSpec> equipment,
			CallableTool... tools) {
		this(SessionLimits.defaults(), customizer, equipment, tools);
	}

	ToolFixture(SessionLimits limits, UnaryOperator<ToolRunner.Builder> customizer,
			UnaryOperator<SessionSpec> equipment, CallableTool... tools) {
		List<CallableTool> all = new ArrayList<>(List.of(tools));
		all.add(tool("later", ToolOptions.defaults()));
		Executor executor = this::execute;
		this.script = new ScriptedSession((scheduler) -> customizer
			.apply(ToolRunner.builder(executor, scheduler)
				.tools(ToolSet.of(all))
				.listener((session, event) -> this.events.add(event)))
			.build(), equipment, limits);
	}

	private void execute(Runnable task) {
		if (this.rejecting) {
			throw new RejectedExecutionException("no thread");
		}
		if (this.holding) {
			this.tasks.add(task);
		}
		else {
			task.run();
		}
	}

	void holdTasks() {
		this.holding = true;
	}

	void rejectTasks() {
		this.rejecting = true;
	}

	void runTasks() {
		this.holding = false;
		while (!this.tasks.isEmpty()) {
			this.tasks.poll().run();
		}
	}

	// A tool whose results are given by a test, under the ids of the calls
	CallableTool tool(String name, ToolOptions options) {
		return new CallableTool() {

			@Override
			public FunctionTool definition() {
				return definitionOf(name);
			}

			@Override
			public ToolOptions options() {
				return options;
			}

			@Override
			public CompletionStage<ToolResult> call(ToolCall call) {
				ToolFixture.this.started.add(call.callId());
				return ToolFixture.this.later.computeIfAbsent(call.callId(), (id) -> new CompletableFuture<>());
			}

			@Override
			public String toString() {
				return name;
			}

		};
	}

	static FunctionTool definitionOf(String name) {
		return FunctionTool.builder().name(name).description("Does " + name).build();
	}

	static FunctionTool definitionOf(String name, String parameters) {
		return FunctionTool.builder().name(name).parameters(JsonMapper.shared().readTree(parameters)).build();
	}

	void finish(String callId, String output) {
		finish(callId, ToolResult.text(output));
	}

	void finish(String callId, ToolResult result) {
		this.later.computeIfAbsent(callId, (id) -> new CompletableFuture<>()).complete(result);
	}

	ToolFixture voice(ServerVoice voice) {
		this.script.voice(voice);
		return this;
	}

	// A response that calls tools, each as name and arguments, with the ids call_0,
	// call_1, in every way in which a server may say so

	ToolFixture calls(String responseId, String... namesAndArguments) {
		this.script.receive(ToolWire.responseCreated(responseId));
		for (int i = 0; i < namesAndArguments.length; i += 2) {
			ObjectNode call = ToolWire.call("call_" + i / 2, namesAndArguments[i], namesAndArguments[i + 1],
					"completed");
			this.called.computeIfAbsent(responseId, (id) -> new ArrayList<>()).add(call);
			this.script.receive(ToolWire.callSaid(responseId, i / 2, call));
		}
		return this;
	}

	ToolFixture done(String responseId) {
		return done(responseId, "completed");
	}

	ToolFixture done(String responseId, String status) {
		List<JsonNode> output = this.called.getOrDefault(responseId, List.of());
		this.script.receive(ToolWire.responseDone(responseId, status, output.toArray(JsonNode[]::new)));
		return this;
	}

	List<JsonNode> outputs() {
		return this.script.sent()
			.stream()
			.map((event) -> event.path("item"))
			.filter((item) -> item.path("type").asString().equals("function_call_output"))
			.toList();
	}

	String output(String callId) {
		List<JsonNode> outputs = outputs().stream()
			.filter((item) -> item.path("call_id").asString().equals(callId))
			.toList();
		if (outputs.size() != 1) {
			throw new AssertionError("expected one output of " + callId + " but there were " + outputs);
		}
		return outputs.get(0).path("output").asString();
	}

	long followUps() {
		return this.script.sentTypes().stream().filter("response.create"::equals).count();
	}

	<T extends ToolEvent> List<T> all(Class<T> type) {
		synchronized (this.events) {
			return this.events.stream().filter(type::isInstance).map(type::cast).toList();
		}
	}

	ToolOutcome outcome() {
		List<ToolCallFinished> finished = all(ToolCallFinished.class);
		if (finished.size() != 1) {
			throw new AssertionError("expected one call to finish but there were " + finished);
		}
		return finished.get(0).outcome();
	}

	SessionTools sessionTools() {
		return SessionTools.of(this.script.session());
	}

}
