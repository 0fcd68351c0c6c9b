package io.realtime4j.tool;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import io.realtime4j.session.VoiceSession;
import org.jspecify.annotations.Nullable;

/**
 * Approval that a call waits for. The first decision counts; if none is made in time, the
 * call is denied. It may be decided by any thread. <pre class="code">
 * session.on(ToolApprovalRequested.class, (event) -&gt; event.approval().approve());
 * </pre>
 *
 * @since 0.1.0
 */
public final class ToolApproval {

	private final CompletableFuture<ToolDecision> decision = new CompletableFuture<>();

	private final VoiceSession session;

	private final String id;

	private final String toolName;

	private final @Nullable String serverLabel;

	private final String argumentsText;

	private final Duration timeout;

	ToolApproval(VoiceSession session, String id, String toolName, @Nullable String serverLabel, String argumentsText,
			Duration timeout) {
		this.session = session;
		this.id = id;
		this.toolName = toolName;
		this.serverLabel = serverLabel;
		this.argumentsText = argumentsText;
		this.timeout = timeout;
	}

	/**
	 * Return the session of the call.
	 * @return the session
	 */
	public VoiceSession session() {
		return this.session;
	}

	/**
	 * Return the id of the call, or for a hosted MCP server that of the approval request.
	 * @return the id, which is unique within the session
	 */
	public String id() {
		return this.id;
	}

	/**
	 * Return the tool that the model calls.
	 * @return the name of the tool
	 */
	public String toolName() {
		return this.toolName;
	}

	/**
	 * Return the hosted MCP server of the tool.
	 * @return the label of the server, or {@code null} for a tool of the application
	 */
	public @Nullable String serverLabel() {
		return this.serverLabel;
	}

	/**
	 * Return the arguments of the call.
	 * @return the arguments as JSON text
	 */
	public String argumentsText() {
		return this.argumentsText;
	}

	/**
	 * Return the time-out of the decision.
	 * @return the time after which the call is denied
	 */
	public Duration timeout() {
		return this.timeout;
	}

	/**
	 * Return the decision.
	 * @return the decision, or {@code null} as long as there is none
	 */
	public @Nullable ToolDecision decision() {
		return this.decision.getNow(null);
	}

	/**
	 * Approve the call.
	 * @return whether this decided it
	 */
	public boolean approve() {
		return decide(ToolDecision.Kind.APPROVED, null);
	}

	/**
	 * Deny the call.
	 * @return whether this decided it
	 */
	public boolean reject() {
		return decide(ToolDecision.Kind.REJECTED, null);
	}

	/**
	 * Deny the call and say why.
	 * @param reason what the model is told
	 * @return whether this decided it
	 */
	public boolean reject(String reason) {
		return decide(ToolDecision.Kind.REJECTED, reason);
	}

	boolean decide(ToolDecision.Kind kind, @Nullable String reason) {
		return this.decision.complete(new ToolDecision(kind, reason));
	}

	void whenDecided(Consumer<ToolDecision> action) {
		this.decision.thenAccept(action);
	}

	/**
	 * Return a text without the arguments, which may be confidential.
	 */
	@Override
	public String toString() {
		return "ToolApproval[id=" + this.id + ", toolName=" + this.toolName + said("serverLabel", this.serverLabel)
				+ said("session", this.session.id()) + said("decision", decision()) + "]";
	}

	private static String said(String name, @Nullable Object value) {
		return (value != null) ? ", " + name + "=" + value : "";
	}

}
