package io.realtime4j.spring.sip;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.realtime4j.session.CloseCause;
import io.realtime4j.session.ClosedByPolicy;
import io.realtime4j.session.SessionClosedException;
import io.realtime4j.session.VoiceSession;
import io.realtime4j.spring.operation.ClosedForDraining;
import io.realtime4j.store.ClosedByTakeOver;
import io.realtime4j.store.ConversationHeader;
import io.realtime4j.store.StoredConversations;
import io.realtime4j.store.TakenConversation;
import io.realtime4j.store.UnreadableConversationException;
import io.realtime4j.usage.TenantBudgetUsedUpException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Goes on with the calls of other nodes: becomes the owner of the conversation, and
 * attaches a session to the call, which the service kept.
 */
final class CallTakeOver {

	private static final Log logger = LogFactory.getLog(CallTakeOver.class);

	/**
	 * After so many attempts at this node a call without a session is hung up, as any
	 * other one.
	 */
	static final int MAX_ATTEMPTS = 3;

	private static final int MAX_REMEMBERED = 1000;

	private final Map<String, Integer> attempts = new ConcurrentHashMap<>();

	private final SipSurvival survival;

	private final StoreTasks tasks;

	private final SipSessions sessions;

	private final CallAnswers answers;

	private final CallRegistry registry;

	CallTakeOver(SipSurvival survival, StoreTasks tasks, SipSessions sessions, CallAnswers answers,
			CallRegistry registry) {
		this.survival = survival;
		this.tasks = tasks;
		this.sessions = sessions;
		this.answers = answers;
		this.registry = registry;
	}

	/**
	 * Go on with a call, if there is a place for it and no other node is faster. Blocks
	 * while the store is asked.
	 * @param call the call
	 * @return {@code false} if its conversation cannot be read at this node
	 */
	boolean take(SipCallStore.SilentCall call) {
		if (call.owner() == null) {
			// Its conversation was deleted, and with it what another node would need
			this.survival.calls().remove(call.callId());
			return true;
		}
		if (!this.registry.reserve(call.callId())) {
			return true;
		}
		boolean taken = false;
		try {
			Optional<TakenConversation> conversation = claim(call, call.owner());
			taken = conversation.isPresent();
			conversation.ifPresent((found) -> attach(call.callId(), found));
			return true;
		}
		catch (UnreadableConversationException ex) {
			logger.debug("Call " + call.callId() + " is left to nodes that can read its conversation", ex);
			return false;
		}
		finally {
			if (!taken) {
				this.registry.free(call.callId());
			}
		}
	}

	private Optional<TakenConversation> claim(SipCallStore.SilentCall call, long owner) {
		StoredConversations conversations = this.survival.conversations();
		return conversations.findHeader(call.conversationId())
			.map((stored) -> stored.header())
			.filter((header) -> isSame(header, call, owner))
			.flatMap(conversations::takeOver);
	}

	private static boolean isSame(ConversationHeader header, SipCallStore.SilentCall call, long owner) {
		return header.owner() == owner && header.updatedAt().equals(call.updatedAt());
	}

	private void attach(String callId, TakenConversation taken) {
		try {
			resume(callId, taken, this.sessions.continued(callId, taken, this.survival, this.answers.control()));
		}
		catch (RuntimeException ex) {
			// A customizer failed, or the application stops
			this.registry.free(callId);
			onFailure(callId, ex);
		}
	}

	private void resume(String callId, TakenConversation taken, SipSessions.Continued continued) {
		this.answers.resume(callId, continued.session(), (call) -> new SipCallTakenOver(call, taken.stored()),
				(session, failure) -> {
					if (failure == null) {
						onAttached(callId, session, continued);
					}
					else {
						onFailure(callId, session, failure);
					}
				});
	}

	private void onAttached(String callId, VoiceSession session, SipSessions.Continued continued) {
		this.attempts.remove(callId);
		logger.info("Call " + callId + " goes on at this node");
		try {
			continued.onAttached().accept(session);
		}
		catch (SessionClosedException ex) {
			// The call is over
		}
	}

	private void onFailure(String callId, VoiceSession session, Throwable failure) {
		CloseCause cause = causeOf(session, failure);
		this.registry.free(callId);
		if (cause != null && AcceptedCall.isOver(cause)) {
			this.attempts.remove(callId);
			remove(callId);
		}
		else if (cause instanceof ClosedByTakeOver || cause instanceof ClosedForDraining) {
			this.attempts.remove(callId);
			logger.debug("Call " + callId + " is left to other nodes: " + failure);
		}
		else if (cause instanceof ClosedByPolicy) {
			// Such as a budget that is used up: the rule is the same at the next attempt
			hangUp(callId, failure);
		}
		else {
			session.close();
			onFailure(callId, failure);
		}
	}

	private static @Nullable CloseCause causeOf(VoiceSession session, Throwable failure) {
		CloseCause cause = session.closed().getNow(null);
		return (cause == null && failure instanceof SessionClosedException ended) ? ended.closeCause() : cause;
	}

	private void onFailure(String callId, Throwable failure) {
		if (failure instanceof TenantBudgetUsedUpException) {
			// There is no money at other nodes, and none at a second attempt
			hangUp(callId, failure);
			return;
		}
		if (this.attempts.size() > MAX_REMEMBERED) {
			this.attempts.clear();
		}
		if (this.attempts.merge(callId, 1, Integer::sum) < MAX_ATTEMPTS) {
			logger.warn("Call " + callId + " could not be attached to, which is tried again: " + failure);
			return;
		}
		hangUp(callId, failure);
	}

	private void hangUp(String callId, Throwable failure) {
		this.attempts.remove(callId);
		logger.warn("Call " + callId + " is hung up, since nobody could go on with it: " + failure);
		this.answers.control().hangUp(callId).thenRun(() -> remove(callId));
	}

	private void remove(String callId) {
		this.tasks.submit(() -> this.survival.calls().remove(callId));
	}

}
