package io.realtime4j.live.session;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;

import io.realtime4j.live.event.client.LiveClientEvent;
import io.realtime4j.live.event.client.SessionCommentaryAppend;
import io.realtime4j.live.event.server.LiveServerEvent;
import io.realtime4j.live.event.server.ResponseEvent;
import io.realtime4j.live.event.server.SessionDelegationCreated;
import io.realtime4j.live.model.delegation.DelegationTarget;
import io.realtime4j.live.model.response.FunctionCall;
import io.realtime4j.live.model.response.NestedOutputItemDone;
import io.realtime4j.live.model.response.NestedResponseCompleted;
import io.realtime4j.live.model.response.NestedResponseCreated;
import io.realtime4j.live.model.response.NestedResponseFailed;
import io.realtime4j.live.model.response.NestedResponseIncomplete;
import io.realtime4j.live.model.response.ResponseStreamEvent;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether anything goes on in a session that another connection would cut off:
 * words, and work that was delegated. Since output comes at the pace of time, its length
 * is the clock. Not thread-safe: a protocol uses it under the lock of its session.
 */
final class LiveWork {

	/**
	 * The time without words after which nobody is taken to be speaking.
	 */
	private static final Duration QUIET = Duration.ofSeconds(2);

	private static final int MAX_DELEGATIONS = 64;

	private final Set<@Nullable String> delegations = new LinkedHashSet<>();

	private final Set<@Nullable String> calling = new HashSet<>();

	private final BooleanSupplier busy;

	private final long quietBytes;

	private long bytesSinceWords;

	/**
	 * Create an instance that knows of no work.
	 * @param audioTime tells how long audio plays
	 * @param busy tells of work that is not seen in what is sent and received
	 */
	LiveWork(LiveAudioTime audioTime, BooleanSupplier busy) {
		this.busy = busy;
		this.quietBytes = audioTime.bytesOf(QUIET);
	}

	void onAudio(int bytes) {
		this.bytesSinceWords = Math.min(this.bytesSinceWords + bytes, this.quietBytes);
	}

	void onWords() {
		this.bytesSinceWords = 0;
	}

	void onEvent(LiveServerEvent event) {
		if (event instanceof SessionDelegationCreated created
				&& !DelegationTarget.DECISIONS.equals(created.delegation().target())) {
			begin(created.delegation().id());
		}
		else if (event instanceof ResponseEvent response) {
			onResponse(response.event(), response.delegationId());
		}
	}

	// A response that has called functions goes on as another one
	private void onResponse(ResponseStreamEvent event, @Nullable String delegationId) {
		if (event instanceof NestedResponseCreated) {
			begin(delegationId);
			this.calling.remove(delegationId);
		}
		else if (event instanceof NestedOutputItemDone done && done.item() instanceof FunctionCall
				&& this.delegations.contains(delegationId)) {
			this.calling.add(delegationId);
		}
		else if ((event instanceof NestedResponseCompleted && !this.calling.contains(delegationId))
				|| event instanceof NestedResponseFailed || event instanceof NestedResponseIncomplete) {
			end(delegationId);
		}
	}

	private void end(@Nullable String delegationId) {
		this.delegations.remove(delegationId);
		this.calling.remove(delegationId);
	}

	private void begin(@Nullable String delegationId) {
		if (delegationId != null) {
			this.delegations.add(delegationId);
		}
		if (this.delegations.size() > MAX_DELEGATIONS) {
			end(this.delegations.iterator().next());
		}
	}

	/**
	 * Take what is said to the model: commentary is the answer to delegated work.
	 */
	void onSending(LiveClientEvent event) {
		if (event instanceof SessionCommentaryAppend append && append.delegationId() != null) {
			end(append.delegationId());
		}
	}

	void onLost() {
		this.delegations.clear();
		this.calling.clear();
		this.bytesSinceWords = 0;
	}

	/**
	 * Return whether work was delegated that is not done.
	 */
	boolean isUnderWay() {
		return !this.delegations.isEmpty() || this.busy.getAsBoolean();
	}

	boolean isIdle() {
		return this.bytesSinceWords >= this.quietBytes && !isUnderWay();
	}

}
