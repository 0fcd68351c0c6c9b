package io.realtime4j.spring.sip;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Predicate;

import io.realtime4j.session.context.SessionTraits;
import io.realtime4j.store.StoredConversations;

/**
 * Settings of calls that outlive their node.
 *
 * @param calls knows the calls of all nodes
 * @param conversations has their conversations
 * @param heartbeat how often a node writes that it has a conversation, from which the
 * times of a lease follow
 * @param handOver whether a node that stops leaves its calls to other ones, instead of
 * hanging up
 * @param customizers adjust the sessions of the first family with which calls are taken
 * over, in order
 * @param liveCustomizers adjust live sessions with which calls are taken over, in order
 * @param idempotent tells of a session which of its tools may run again
 * @param executor waits for the store
 * @since 0.1.0
 */
public record SipSurvival(SipCallStore calls, StoredConversations conversations, Duration heartbeat, boolean handOver,
		List<SipTakeOverCustomizer> customizers, List<LiveSipTakeOverCustomizer> liveCustomizers,
		Function<SessionTraits, Predicate<String>> idempotent, Executor executor) {

	/**
	 * Create a new {@link SipSurvival} instance.
	 */
	public SipSurvival {
		customizers = List.copyOf(customizers);
		liveCustomizers = List.copyOf(liveCustomizers);
	}

	/**
	 * Return how long a node has a call after its last write began: two heartbeats, so
	 * that one of them may fail.
	 * @return the time
	 */
	Duration lease() {
		return this.heartbeat.multipliedBy(2);
	}

	/**
	 * Return how long a call has to be silent under the eyes of a node that takes it
	 * over. Only what this node sees counts, so that the clocks of nodes may differ.
	 * @return the time
	 */
	Duration silence() {
		return lease().plus(interval());
	}

	/**
	 * Return since when a conversation was not written that nodes look at.
	 * @return the time
	 */
	Duration hint() {
		return this.heartbeat.plus(interval());
	}

	/**
	 * Return how often nodes look.
	 * @return the time
	 */
	Duration interval() {
		return this.heartbeat.dividedBy(2);
	}

}
