package io.realtime4j.tool;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.model.session.SessionSettings;
import io.realtime4j.model.tool.FunctionTool;
import io.realtime4j.model.tool.McpTool;
import io.realtime4j.model.tool.Tool;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.session.VoiceSession;
import org.jspecify.annotations.Nullable;

/**
 * Tools of a session: functions of the application, and hosted MCP servers. It is
 * immutable.
 *
 * @since 0.1.0
 */
public final class ToolSet {

	private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]{1,64}");

	private static final ToolSet EMPTY = new ToolSet(Map.of(), List.of());

	private final Map<String, CallableTool> functions;

	private final List<McpTool> servers;

	private ToolSet(Map<String, CallableTool> functions, List<McpTool> servers) {
		this.functions = functions;
		this.servers = List.copyOf(servers);
	}

	/**
	 * Return the empty set.
	 * @return the empty set
	 */
	public static ToolSet empty() {
		return EMPTY;
	}

	/**
	 * Return a set of functions.
	 * @param tools the functions
	 * @return the set
	 * @throws IllegalArgumentException if two have the same name, or one has none or one
	 * that the service does not take
	 */
	public static ToolSet of(CallableTool... tools) {
		return of(List.of(tools));
	}

	/**
	 * Return a set of functions.
	 * @param tools the functions
	 * @return the set
	 * @throws IllegalArgumentException if two have the same name, or one has none or one
	 * that the service does not take
	 */
	public static ToolSet of(Collection<? extends CallableTool> tools) {
		return EMPTY.with(tools);
	}

	/**
	 * Return a set with additional functions.
	 * @param tools the functions
	 * @return the set
	 * @throws IllegalArgumentException if two have the same name, or one has none or one
	 * that the service does not take
	 */
	public ToolSet with(Collection<? extends CallableTool> tools) {
		Map<String, CallableTool> all = new LinkedHashMap<>(this.functions);
		for (CallableTool tool : tools) {
			CallableTool other = all.putIfAbsent(nameOf(tool), tool);
			if (other != null) {
				throw new IllegalArgumentException(
						"Two tools are named '" + nameOf(tool) + "': " + other + " and " + tool);
			}
		}
		return new ToolSet(all, this.servers);
	}

	/**
	 * Return a set with additional hosted MCP servers, which the service itself calls.
	 * @param servers the servers
	 * @return the set
	 */
	public ToolSet withServers(Collection<McpTool> servers) {
		return new ToolSet(this.functions, Stream.concat(this.servers.stream(), servers.stream()).toList());
	}

	/**
	 * Return a set with some of these functions, and with the same MCP servers.
	 * @param names the names of the functions to keep
	 * @return the set
	 * @throws IllegalArgumentException if there is no function of a name
	 */
	public ToolSet only(String... names) {
		List<CallableTool> kept = new ArrayList<>();
		for (String name : names) {
			CallableTool tool = find(name);
			if (tool == null) {
				throw new IllegalArgumentException("There is no tool '" + name + "', only " + names());
			}
			kept.add(tool);
		}
		return of(kept).withServers(this.servers);
	}

	/**
	 * Return a set without some of these functions.
	 * @param names the names of the functions to leave out
	 * @return the set
	 */
	public ToolSet without(String... names) {
		Map<String, CallableTool> rest = new LinkedHashMap<>(this.functions);
		rest.keySet().removeAll(List.of(names));
		return new ToolSet(rest, this.servers);
	}

	/**
	 * Return a set without hosted MCP servers.
	 * @return the set with the functions alone
	 */
	public ToolSet withoutServers() {
		return this.servers.isEmpty() ? this : new ToolSet(this.functions, List.of());
	}

	/**
	 * Return a set of those functions that can be called in sessions of a kind, and with
	 * the same MCP servers.
	 * @param sessionType the kind of session
	 * @return the set; this one if all of its functions can be called
	 */
	public ToolSet callableIn(Class<? extends VoiceSession> sessionType) {
		Map<String, CallableTool> callable = new LinkedHashMap<>(this.functions);
		callable.values().removeIf((tool) -> !isCallable(tool, sessionType));
		return (callable.size() == this.functions.size()) ? this : new ToolSet(callable, this.servers);
	}

	private static boolean isCallable(CallableTool tool, Class<? extends VoiceSession> sessionType) {
		Class<? extends VoiceSession> needed = tool.sessionType();
		return needed.isAssignableFrom(sessionType) || sessionType.isAssignableFrom(needed);
	}

	/**
	 * Return the names of the functions.
	 * @return the names, in order
	 */
	public List<String> names() {
		return List.copyOf(this.functions.keySet());
	}

	/**
	 * Find a function.
	 * @param name its name
	 * @return the function, or {@code null} if there is none
	 */
	public @Nullable CallableTool find(String name) {
		return this.functions.get(name);
	}

	/**
	 * Check that all functions can be called in sessions of a kind.
	 * @param sessionType the kind of session
	 * @return this set
	 * @throws IllegalArgumentException if a function needs sessions of another kind
	 */
	public ToolSet requireCallableIn(Class<? extends VoiceSession> sessionType) {
		this.functions.forEach((name, tool) -> {
			if (!isCallable(tool, sessionType)) {
				throw new IllegalArgumentException("The tool '" + name + "' (" + tool + ") needs a "
						+ tool.sessionType().getSimpleName() + " and cannot be called in a "
						+ sessionType.getSimpleName()
						+ ": let it take a VoiceSession, which every session is, or leave it out by ToolSet.without(\""
						+ name + "\")");
			}
		});
		return this;
	}

	/**
	 * Return the definitions of these tools for the settings of a session.
	 * @return the definitions, functions first
	 */
	public List<Tool> definitions() {
		List<Tool> definitions = new ArrayList<>();
		this.functions.values().forEach((tool) -> definitions.add(tool.definition()));
		definitions.addAll(this.servers);
		return List.copyOf(definitions);
	}

	/**
	 * Add these tools to the specification of a session: they are added to its settings,
	 * and the {@link ToolRunner} of the client answers their calls. A session that
	 * attaches to a running call has no settings: there calls are answered, and
	 * {@link SessionTools#use} tells the model of the tools.
	 * @param spec what the session shall be
	 * @return the same, with these tools
	 * @throws IllegalArgumentException if the session has no model that could call, or a
	 * function needs sessions of another kind
	 */
	public SessionSpec equip(SessionSpec spec) {
		return equip(spec.toBuilder()).build();
	}

	/**
	 * Add these tools to the builder of a specification, as {@link #equip(SessionSpec)}
	 * does.
	 * @param spec the builder of what the session shall be, with its settings
	 * @return the same builder
	 * @throws IllegalArgumentException if the session has no model that could call, or a
	 * function needs sessions of another kind
	 */
	public SessionSpec.Builder equip(SessionSpec.Builder spec) {
		requireCallableIn(RealtimeSession.class);
		SessionSettings settings = spec.build().settings();
		if (settings != null) {
			spec.settings(equip(settings));
		}
		return spec.feature(OfSession.class, new OfSession(this, settings != null));
	}

	private SessionSettings equip(SessionSettings settings) {
		if (!(settings instanceof RealtimeSessionSettings realtime)) {
			throw new IllegalArgumentException("A session of type '" + settings.type() + "' cannot have tools");
		}
		List<Tool> tools = new ArrayList<>();
		if (realtime.tools() != null) {
			realtime.tools().stream().filter((tool) -> !replaces(tool)).forEach(tools::add);
		}
		tools.addAll(definitions());
		return realtime.toBuilder().tools(tools).build();
	}

	private boolean replaces(Tool tool) {
		return tool instanceof FunctionTool function && function.name() != null
				&& this.functions.containsKey(function.name());
	}

	private static String nameOf(CallableTool tool) {
		String name = tool.definition().name();
		if (name == null || !NAME.matcher(name).matches()) {
			throw new IllegalArgumentException("The name of a tool has 1 to 64 letters, digits, '_' and '-', but "
					+ tool + " is named '" + name + "'");
		}
		return name;
	}

	/**
	 * Return a text without the definitions, of which MCP servers hold secrets.
	 */
	@Override
	public String toString() {
		return "ToolSet[functions=" + names() + ", servers=" + this.servers.stream().map(McpTool::serverLabel).toList()
				+ "]";
	}

	/**
	 * Tools that a session is given before it is opened.
	 *
	 * @param tools the tools
	 * @param declared whether the model is told of them when the session opens
	 */
	record OfSession(ToolSet tools, boolean declared) {

	}

}
