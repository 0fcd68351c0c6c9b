package io.realtime4j.spring.bridge.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.realtime4j.conversation.Conversation;
import io.realtime4j.conversation.MessageEntry;
import io.realtime4j.event.server.ErrorEvent;
import io.realtime4j.event.server.InputAudioBufferSpeechStarted;
import io.realtime4j.event.server.InputAudioBufferSpeechStopped;
import io.realtime4j.event.server.ResponseCreated;
import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.model.usage.ResponseUsage;
import io.realtime4j.session.AnswerStarted;
import io.realtime4j.session.AnswerTimedOut;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.spring.bridge.BridgeSettings;
import io.realtime4j.spring.bridge.PageOptions;
import io.realtime4j.spring.bridge.connection.PageOutput;
import io.realtime4j.tool.ToolApproval;
import io.realtime4j.tool.ToolApprovalDecided;
import io.realtime4j.tool.ToolApprovalRequested;
import io.realtime4j.tool.ToolCall;
import io.realtime4j.tool.ToolCallFinished;
import io.realtime4j.tool.ToolCallStarted;
import io.realtime4j.tool.ToolEvent;
import io.realtime4j.tool.ToolOutcome;
import io.realtime4j.usage.Cost;
import org.jspecify.annotations.Nullable;

/**
 * View of a session that a page shows. It is told of all that happens, also while there
 * is no page, so that the next one can be told where things stand. It is called by the
 * control lane of the session, so it must not call the session.
 */
final class PageView {

	/**
	 * State of work that begins.
	 */
	static final String STARTED = "started";

	static final String FINISHED = "finished";

	static final String FAILED = "failed";

	private static final int MAX_WORK = 256;

	private static final int MAX_ANSWERS = 100;

	private final PageOutput output;

	private final BridgeSettings settings;

	private final Captions captions;

	private final UsageMessages figures;

	private final @Nullable DeveloperView developer;

	private final Map<String, ToolApproval> approvals = new LinkedHashMap<>();

	private final Set<String> work = new LinkedHashSet<>();

	private final PastCalls calls = new PastCalls();

	private final Deque<AnswerStarted> answers = new ArrayDeque<>();

	private String state = StateMessages.state(null);

	private String activeTime = "";

	private boolean userSpeaking;

	PageView(PageOutput output, BridgeSettings settings, UsageMessages figures) {
		this.output = output;
		this.settings = settings;
		this.captions = new Captions(output, settings.toolData(), this.calls);
		this.figures = figures;
		this.developer = settings.options().developer() ? new DeveloperView(output) : null;
	}

	/**
	 * Let a page take the place of the one before.
	 * @param start gives it what was shown before
	 */
	synchronized void show(Start start) {
		start.with(new Shown(this.captions.history(), this.captions.left(), new ArrayList<>(this.approvals.values()),
				this.calls.all(), new ArrayList<>(this.answers)));
		this.output.tell(this.state);
		this.figures.tell();
		this.work.forEach((id) -> this.output.tell(PageMessages.work(id, STARTED)));
		if (!this.activeTime.isEmpty()) {
			this.output.tell(this.activeTime);
		}
		if (this.developer != null) {
			this.developer.tell();
		}
	}

	PageOptions options() {
		return this.settings.options();
	}

	/**
	 * Return whether the page is told of all events of the service.
	 */
	boolean forDevelopers() {
		return this.developer != null;
	}

	/**
	 * Show an event of the service to those who develop the page.
	 * @param sessionId the id of the session
	 * @param json the event as received
	 */
	synchronized void onHeard(String sessionId, String json) {
		if (this.developer != null) {
			this.developer.onHeard(sessionId, json);
		}
	}

	synchronized void onEvent(ServerEvent event) {
		if (event instanceof InputAudioBufferSpeechStarted) {
			this.output.tell(PageMessages.speech(true));
		}
		else if (event instanceof InputAudioBufferSpeechStopped) {
			this.output.tell(PageMessages.speech(false));
		}
		else if (event instanceof ResponseCreated created) {
			this.output.tell(StateMessages.response(created.response()));
		}
		else if (event instanceof ResponseDone done) {
			this.output.tell(StateMessages.response(done.response()));
		}
		else if (event instanceof ErrorEvent error) {
			this.output.tell(StateMessages.error(error.error().code()));
		}
	}

	synchronized void onUsage(@Nullable ResponseUsage usage, @Nullable Cost cost) {
		this.figures.used(usage, cost);
	}

	/**
	 * Show the use of a session that is paid by its time.
	 * @param seconds the time so far
	 * @param cost what it costs, or {@code null} if that is not known
	 */
	synchronized void onActiveTime(@Nullable Double seconds, @Nullable Cost cost) {
		if (seconds != null) {
			this.activeTime = PageMessages.usage(seconds, cost);
			this.output.tell(this.activeTime);
		}
	}

	synchronized void onSpeech(boolean active) {
		if (active != this.userSpeaking) {
			this.userSpeaking = active;
			this.output.tell(PageMessages.speech(active));
		}
	}

	synchronized void onError(@Nullable String code) {
		this.output.tell(StateMessages.error(code));
	}

	/**
	 * Note that the page has gone while it played something, of which the rest is heard
	 * by nobody, although nobody interrupted it.
	 * @param itemIds the ids of the items
	 */
	synchronized void onLeft(Set<String> itemIds) {
		this.captions.leave(itemIds);
	}

	/**
	 * Show work that the model has delegated.
	 * @param id the id of the delegation
	 * @param state what has become of it
	 */
	synchronized void onWork(String id, String state) {
		boolean changed = STARTED.equals(state) ? this.work.size() < MAX_WORK && this.work.add(id)
				: this.work.remove(id);
		if (changed) {
			this.output.tell(PageMessages.work(id, state));
		}
	}

	synchronized void onConversation(Conversation conversation) {
		this.captions.update(conversation);
	}

	synchronized void onSessionEvent(SessionEvent event) {
		if (event instanceof AnswerTimedOut timedOut && timedOut.awaited().startsWith("response.")) {
			this.output.tell(StateMessages.givenUp(timedOut));
		}
		if (event instanceof AnswerStarted started) {
			this.answers.add(started);
			if (this.answers.size() > MAX_ANSWERS) {
				this.answers.remove();
			}
			this.output.tell(PageMessages.latency(started));
		}
		String told = StateMessages.state(event);
		if (!told.equals(this.state) && !told.isEmpty()) {
			this.state = told;
			this.output.tell(told);
		}
	}

	synchronized void onToolEvent(ToolEvent event) {
		if (event instanceof ToolCallStarted started) {
			tell(started.call(), STARTED);
		}
		else if (event instanceof ToolCallFinished finished) {
			tell(finished.call(), (finished.outcome() instanceof ToolOutcome.Failure) ? FAILED : FINISHED);
		}
		else if (event instanceof ToolApprovalRequested requested && this.settings.approvals()) {
			this.approvals.put(requested.approval().id(), requested.approval());
			note(requested.approval(), PastCalls.WAITING);
			this.output.tell(PageMessages.approval(requested.approval()));
		}
		else if (event instanceof ToolApprovalDecided decided
				&& this.approvals.remove(decided.approval().id()) != null) {
			note(decided.approval(), decided.decision().approved() ? STARTED : PastCalls.REFUSED);
			this.output.tell(PageMessages.approvalClosed(decided.approval().id(), decided.decision().approved()));
		}
	}

	/**
	 * Return an open approval that the page knows.
	 * @param id the id of the approval
	 * @return the approval, or {@code null} if it is not open
	 */
	synchronized @Nullable ToolApproval approval(String id) {
		return this.approvals.get(id);
	}

	private void tell(ToolCall call, String state) {
		String arguments = this.settings.toolData() ? call.argumentsText() : null;
		this.calls.note(call.callId(), call.name(), state, arguments, this.captions.last());
		this.output.tell(PageMessages.tool(call.callId(), call.name(), state, arguments));
	}

	private void note(ToolApproval approval, String state) {
		this.calls.note(approval.id(), approval.toolName(), state,
				this.settings.toolData() ? approval.argumentsText() : null, this.captions.last());
	}

	/**
	 * Connects a page.
	 */
	@FunctionalInterface
	interface Start {

		/**
		 * Connect it.
		 * @param shown what was shown before
		 */
		void with(Shown shown);

	}

	/**
	 * Contents of a page so far.
	 *
	 * @param history what was said
	 * @param left the ids of what was cut off since the page had gone
	 * @param approvals the open approvals
	 * @param calls the last calls of tools
	 * @param answers how long the last answers took to begin
	 */
	record Shown(List<MessageEntry> history, Set<String> left, List<ToolApproval> approvals, List<PastCalls.Call> calls,
			List<AnswerStarted> answers) {

	}

}
