package io.realtime4j.live.tool;

import java.util.ArrayList;
import java.util.List;

import io.realtime4j.live.model.delegation.DelegationSettings;
import io.realtime4j.live.model.delegation.LiveFunctionTool;
import io.realtime4j.live.model.delegation.LiveTool;
import io.realtime4j.live.model.delegation.ResponsesDelegation;
import io.realtime4j.live.model.delegation.ResponsesSettings;
import io.realtime4j.live.session.LiveInterceptor;
import io.realtime4j.live.session.LiveSession;
import io.realtime4j.live.session.LiveSpec;
import io.realtime4j.model.Toggle;
import io.realtime4j.model.tool.FunctionTool;
import io.realtime4j.model.tool.Tool;
import io.realtime4j.tool.DelegatedCalls;
import io.realtime4j.tool.ToolRunner;
import io.realtime4j.tool.ToolSet;

/**
 * Runner for tools in live sessions whose work is delegated to a model of the Responses
 * API. The calls of a response run as those of other sessions do, with the settings of a
 * {@link ToolRunner}; their outputs are sent together when the last one is there and the
 * response is complete, and then the model goes on. Outputs for a response that failed
 * are not sent, since servers refuse them.
 *
 * @since 0.1.0
 */
public final class LiveToolRunner implements LiveInterceptor.Factory {

	private final ToolRunner runner;

	/**
	 * Create a runner.
	 * @param runner runs the calls, and has the tools of sessions that have none of their
	 * own
	 */
	public LiveToolRunner(ToolRunner runner) {
		this.runner = runner;
	}

	@Override
	public LiveInterceptor create(LiveSession session) {
		if (session.feature(DelegatedCalls.class) != null) {
			// Another runner is first: two would answer each call twice
			return LiveInterceptor.none();
		}
		return new DelegatedTools(session, this.runner);
	}

	/**
	 * Add tools to the builder of a specification: they are added to the settings of its
	 * delegation, and a runner of the client answers their calls. An attached session has
	 * no settings: there calls are answered only.
	 * @param spec the builder of what the session shall be, with its settings
	 * @param tools the tools
	 * @return the same builder
	 * @throws IllegalArgumentException if its work is not delegated to a model of the
	 * Responses API, a tool needs sessions of another kind, or the tools have an MCP
	 * server, which the settings of the delegation name
	 */
	public static LiveSpec.Builder equip(LiveSpec.Builder spec, ToolSet tools) {
		tools.requireCallableIn(LiveSession.class);
		if (spec.build().attachedTo() == null) {
			Toggle<DelegationSettings> delegation = spec.settings().delegation();
			if (delegation == null || !(delegation.value() instanceof ResponsesDelegation responses)) {
				throw new IllegalArgumentException(
						"Only a session with the delegation 'responses' can have tools: name a model that does the work");
			}
			spec.settings((settings) -> settings.delegation(equip(responses, tools)));
		}
		return spec.feature(ToolSet.class, tools);
	}

	private static ResponsesDelegation equip(ResponsesDelegation delegation, ToolSet tools) {
		ResponsesSettings settings = (delegation.responses() != null) ? delegation.responses()
				: ResponsesSettings.builder().build();
		List<LiveTool> all = new ArrayList<>();
		if (settings.tools() != null) {
			settings.tools().stream().filter((tool) -> !replaces(tools, tool)).forEach(all::add);
		}
		tools.definitions().stream().map(LiveToolRunner::definition).forEach(all::add);
		return new ResponsesDelegation(delegation.acknowledgementDelayMs(), settings.toBuilder().tools(all).build(),
				delegation.extra());
	}

	private static boolean replaces(ToolSet tools, LiveTool tool) {
		return tool instanceof LiveFunctionTool function && function.name() != null
				&& tools.find(function.name()) != null;
	}

	private static LiveTool definition(Tool tool) {
		if (tool instanceof FunctionTool function) {
			return new LiveFunctionTool(function.name(), function.description(), function.parameters(),
					function.strict(), function.extra());
		}
		throw new IllegalArgumentException(
				"A tool of type '" + tool.type() + "' is one of the delegation's own: name it in its settings");
	}

}
