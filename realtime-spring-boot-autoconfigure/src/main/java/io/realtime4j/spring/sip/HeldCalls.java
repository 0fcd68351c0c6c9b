package io.realtime4j.spring.sip;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

import io.realtime4j.session.CloseCause;
import io.realtime4j.session.ClosedByApplication;
import io.realtime4j.session.VoiceSession;
import io.realtime4j.spring.operation.ClosedForDraining;
import io.realtime4j.store.ClosedByTakeOver;
import io.realtime4j.store.RecordedConversation;
import org.jspecify.annotations.Nullable;

/**
 * The calls of this node that another one could go on with. This node leaves a call when
 * it could not write for the time of a lease, whatever the others do.
 */
final class HeldCalls {

	private final Map<String, Held> calls = new ConcurrentHashMap<>();

	private final SipSurvival survival;

	private final String family;

	private final StoreTasks tasks;

	private final InstantSource clock;

	private volatile boolean stopping;

	HeldCalls(SipSurvival survival, String family, StoreTasks tasks, InstantSource clock) {
		this.survival = survival;
		this.family = family;
		this.tasks = tasks;
		this.clock = clock;
	}

	/**
	 * Keep a call that this node has from now on.
	 * @param call the call
	 * @param known whether the store knows of it, from another node
	 */
	void hold(AcceptedCall call, boolean known) {
		RecordedConversation conversation = RecordedConversation.find(call.session(VoiceSession.class));
		if (conversation != null) {
			Held held = new Held(call, conversation, new AtomicBoolean(known), new AtomicBoolean());
			this.calls.put(call.callId(), held);
			if (!known) {
				submit(held);
			}
		}
	}

	boolean contains(String callId) {
		return this.calls.containsKey(callId);
	}

	private boolean isKept(String callId) {
		Held held = this.calls.get(callId);
		return held != null && held.isKept();
	}

	/**
	 * Return whether a call is left to other nodes when this one stops.
	 */
	boolean isHandedOver(String callId) {
		return this.survival.handOver() && isKept(callId);
	}

	/**
	 * Hand calls over whose sessions are closed from now on, since the application stops,
	 * or hang up again.
	 */
	void stopping(boolean stops) {
		this.stopping = stops;
	}

	/**
	 * Return whether a call is left to another node.
	 * @param callId the id of the call
	 * @param cause why its session ended here
	 */
	boolean isLeft(String callId, CloseCause cause) {
		if (cause instanceof ClosedByTakeOver || cause instanceof ClosedWithoutLease) {
			return isKept(callId);
		}
		boolean stops = cause instanceof ClosedForDraining || (this.stopping && cause instanceof ClosedByApplication);
		return stops && isHandedOver(callId);
	}

	/**
	 * Give a call up that has ended here.
	 * @param callId the id of the call
	 * @param over whether nobody can go on with it
	 */
	void release(String callId, boolean over) {
		Held held = this.calls.remove(callId);
		if (held != null && over) {
			this.tasks.submit(() -> this.survival.calls().remove(callId));
		}
	}

	/**
	 * Leave the calls whose lease is over, and keep those that could not be kept so far.
	 */
	void check() {
		this.calls.values().forEach(this::check);
	}

	private void check(Held held) {
		Duration silence = held.conversation().sinceLastWrite();
		if (silence == null) {
			// It was deleted: the call goes on, but only here
			release(held.call().callId(), true);
		}
		else if (!held.isKept()) {
			// Other nodes forget a call that has no conversation
			held.added().set(false);
			submit(held);
		}
		else if (silence.compareTo(this.survival.lease()) > 0) {
			held.call().session(VoiceSession.class).close(new ClosedWithoutLease(held.call().callId()));
		}
	}

	// One at a time for each call, however long the store takes
	private void submit(Held held) {
		if (held.adding().compareAndSet(false, true) && !this.tasks.submit(() -> tryAdd(held))) {
			held.adding().set(false);
		}
	}

	private void tryAdd(Held held) {
		try {
			add(held);
		}
		finally {
			held.adding().set(false);
		}
	}

	private void add(Held held) {
		String callId = held.call().callId();
		// Before the store knows of it, or another node may go on with a call that is
		// over
		if (!held.equals(this.calls.get(callId))) {
			return;
		}
		this.survival.calls().add(callId, this.family, held.conversation().conversationId(), this.clock.instant());
		held.added().set(true);
		if (!held.equals(this.calls.get(callId))) {
			this.survival.calls().remove(callId);
		}
	}

	/**
	 * A call of this node.
	 *
	 * @param call the call
	 * @param conversation its conversation
	 * @param added whether other nodes know of it
	 * @param adding whether they are being told
	 */
	private record Held(AcceptedCall call, RecordedConversation conversation, AtomicBoolean added,
			AtomicBoolean adding) {

		// Without its conversation nobody could go on with it
		boolean isKept() {
			return this.added.get() && this.conversation.isStored();
		}

		@Override
		public boolean equals(@Nullable Object other) {
			return this == other;
		}

		@Override
		public int hashCode() {
			return System.identityHashCode(this);
		}

	}

}
