package io.realtime4j.tool;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.realtime4j.session.RealtimeSession;

/**
 * Tools of one session while it is running. May be used by any thread.
 *
 * @since 0.1.0
 */
public final class SessionTools {

	private final CurrentTools tools;

	private final Approvals approvals;

	private final DroppedResults dropped;

	SessionTools(CurrentTools tools, Approvals approvals, DroppedResults dropped) {
		this.tools = tools;
		this.approvals = approvals;
		this.dropped = dropped;
	}

	/**
	 * Return the tools of a session.
	 * @param session the session
	 * @return its tools
	 * @throws IllegalStateException if the client of the session has no
	 * {@link ToolRunner}
	 */
	public static SessionTools of(RealtimeSession session) {
		SessionTools tools = session.feature(SessionTools.class);
		if (tools == null) {
			throw new IllegalStateException("The client of session " + session.id() + " has no ToolRunner");
		}
		return tools;
	}

	/**
	 * Return the tools that the session has, or has requested last.
	 * @return the tools
	 */
	public ToolSet current() {
		return this.tools.current();
	}

	/**
	 * Replace all tools of the session, by a {@code session.update} that changes nothing
	 * else. Nothing is sent if the model has exactly these tools. Calls that the model
	 * makes in a response that began before are still answered by the tools of that time.
	 * @param tools the tools
	 * @return completes with the tools when the server has acknowledged them; fails as
	 * {@link RealtimeSession#update} does, and then the session keeps what it had
	 * @throws IllegalArgumentException if a tool needs sessions of another kind
	 * @throws io.realtime4j.session.SessionClosedException if the session has ended
	 * @throws io.realtime4j.session.OutboxFullException if too much waits to be sent
	 */
	public CompletableFuture<ToolSet> use(ToolSet tools) {
		return this.tools.use(tools);
	}

	/**
	 * Return the calls that wait for the application's approval.
	 * @return a copy, in no order
	 */
	public List<ToolApproval> pendingApprovals() {
		return this.approvals.pending();
	}

	/**
	 * Return the number of results that were dropped because their calls had been
	 * answered without them.
	 * @return the number since the session began
	 */
	public long droppedResults() {
		return this.dropped.count();
	}

}
