package io.realtime4j.tool;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

/**
 * The calls of one response, which are followed up together: once, when all of them are
 * answered and the response is done.
 */
final class ResponseCalls {

	private final String responseId;

	private final List<ToolSet> tools;

	private final Set<String> ids = new HashSet<>();

	private final List<OpenCall> open = new ArrayList<>();

	private final List<Runnable> refusals = new ArrayList<>();

	private boolean beside;

	private boolean alwaysWanted;

	private boolean done;

	private boolean cancelled;

	private boolean wanted;

	private boolean silenced;

	private final CompletableFuture<@Nullable Void> settled = new CompletableFuture<>();

	ResponseCalls(String responseId, List<ToolSet> tools) {
		this.responseId = responseId;
		this.tools = tools;
	}

	String responseId() {
		return this.responseId;
	}

	/**
	 * Return the tools that the model may have known when the response began.
	 */
	List<ToolSet> tools() {
		return this.tools;
	}

	// The response stands beside the conversation, where nothing can be answered
	synchronized void markBeside() {
		this.beside = true;
	}

	// The model goes on upon every call, whatever the tool says
	synchronized void markWanted() {
		this.alwaysWanted = true;
	}

	// Return whether the call is to be answered: a server tells of one more than once
	synchronized boolean claim(String id) {
		return !this.beside && this.ids.add(id);
	}

	synchronized boolean isDone() {
		return this.done;
	}

	synchronized void add(OpenCall call) {
		this.open.add(call);
	}

	// The server may answer the call by itself before its response is done
	synchronized void refuseLater(Runnable refusal) {
		this.refusals.add(refusal);
	}

	synchronized List<Runnable> takeRefusals() {
		List<Runnable> due = List.copyOf(this.refusals);
		this.refusals.clear();
		return due;
	}

	synchronized List<OpenCall> open() {
		return List.copyOf(this.open);
	}

	/**
	 * A call was answered.
	 * @param call the call
	 * @param followUp whether the model shall answer upon it
	 * @param news whether it shall even though its response was cancelled meanwhile
	 * @return whether the follow-up is due now
	 */
	synchronized boolean answered(OpenCall call, boolean followUp, boolean news) {
		this.open.remove(call);
		this.wanted |= (followUp || this.alwaysWanted) && (news || !this.cancelled) && !this.silenced;
		return takeDue();
	}

	/**
	 * The response has ended.
	 * @param cancelled whether it was cancelled: what was answered until then is no
	 * reason to speak
	 * @return whether the follow-up is due now
	 */
	synchronized boolean done(boolean cancelled) {
		this.done = true;
		this.cancelled = cancelled;
		this.wanted &= !cancelled;
		return takeDue();
	}

	/**
	 * Ask for no follow-up, whatever the calls bring: nobody waits for it any more.
	 */
	synchronized void silence() {
		this.silenced = true;
		this.wanted = false;
	}

	/**
	 * Return whether there is something to answer.
	 */
	synchronized boolean isAnswered() {
		return !this.ids.isEmpty();
	}

	/**
	 * Return what completes when all calls are answered and the follow-up, if one is due,
	 * was asked for.
	 */
	CompletionStage<?> settled() {
		return this.settled;
	}

	/**
	 * Note that no follow-up is to be asked for, or that it was.
	 */
	void settle() {
		boolean over;
		synchronized (this) {
			over = this.done && this.open.isEmpty();
		}
		if (over) {
			this.settled.complete(null);
		}
	}

	private boolean takeDue() {
		boolean due = this.done && this.wanted && this.open.isEmpty();
		this.wanted &= !due;
		return due;
	}

}
