package io.realtime4j.spring.sip;

import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;

import io.realtime4j.session.VoiceSession;
import io.realtime4j.spring.operation.ClosedForDraining;

/**
 * Dealings of this node with the other ones about their calls.
 */
final class CallNodes {

	private final HeldCalls held;

	private final CallWatch watch;

	private CallNodes(HeldCalls held, CallWatch watch) {
		this.held = held;
		this.watch = watch;
	}

	/**
	 * Create the dealings of a node.
	 * @param survival the settings
	 * @param sessions makes the sessions of calls
	 * @param answers attaches sessions to calls
	 * @param registry has the calls of this node
	 * @param closed tells whether this node takes no calls
	 */
	static CallNodes of(SipSurvival survival, SipSessions sessions, CallAnswers answers, CallRegistry registry,
			BooleanSupplier closed) {
		StoreTasks tasks = new StoreTasks(survival.executor());
		HeldCalls held = new HeldCalls(survival, sessions.family(), tasks, InstantSource.system());
		answers.keep(held);
		return new CallNodes(held, new CallWatch(survival, sessions.family(), tasks, held,
				new CallTakeOver(survival, tasks, sessions, answers, registry), closed));
	}

	void start(ScheduledExecutorService scheduler) {
		this.held.stopping(false);
		this.watch.start(scheduler);
	}

	/**
	 * Leave calls to other nodes from now on, and take none of theirs.
	 */
	void stopping() {
		this.held.stopping(true);
	}

	void stop() {
		this.watch.stop();
	}

	/**
	 * Leave a call to other nodes, if there are some and they know of it.
	 * @param call the call
	 * @return whether it is left
	 */
	boolean leave(AcceptedCall call) {
		boolean left = this.held.isHandedOver(call.callId());
		if (left) {
			call.session(VoiceSession.class).close(new ClosedForDraining());
		}
		return left;
	}

}
