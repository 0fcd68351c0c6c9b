package io.realtime4j.spring.bridge.connection;

import io.realtime4j.live.session.ClosedForSilence;
import io.realtime4j.session.CloseCause;
import io.realtime4j.session.ClosedByApplication;
import io.realtime4j.session.ClosedByPolicy;
import io.realtime4j.session.context.SessionNotAdmittedException;
import io.realtime4j.spring.operation.ClosedByOperator;
import io.realtime4j.spring.operation.ClosedForDraining;
import io.realtime4j.store.ClosedByTakeOver;
import io.realtime4j.usage.ClosedByBudget;
import io.realtime4j.usage.ClosedByTenantBudget;
import io.realtime4j.usage.TenantBudgetUsedUpException;

import org.springframework.web.socket.CloseStatus;

/**
 * Internal close codes and reasons for connections of pages.
 */
public final class CloseReasons {

	/**
	 * The conversation was ended.
	 */
	public static final CloseStatus ENDED = CloseStatus.NORMAL.withReason("The conversation was ended");

	static final CloseStatus IDLE = CloseStatus.NORMAL.withReason("The conversation was idle for too long");

	/**
	 * The conversation goes on in another connection.
	 */
	public static final CloseStatus ELSEWHERE = CloseStatus.NORMAL
		.withReason("The conversation continues over another connection");

	/**
	 * The server stops.
	 */
	public static final CloseStatus GOING_AWAY = CloseStatus.GOING_AWAY.withReason("The server is shutting down");

	/**
	 * The page sent a binary frame where there are none.
	 */
	public static final CloseStatus NO_BINARY = CloseStatus.NOT_ACCEPTABLE.withReason("Binary frames are not accepted");

	/**
	 * The page sent a frame over the bound.
	 */
	public static final CloseStatus TOO_LARGE = CloseStatus.TOO_BIG_TO_PROCESS.withReason("The frame is too large");

	/**
	 * The page may not have another session.
	 */
	public static final CloseStatus TOO_MANY_SESSIONS = notAllowed("Too many conversations");

	/**
	 * The page gives commands faster than a person does.
	 */
	public static final CloseStatus TOO_MANY_COMMANDS = notAllowed("Too many commands");

	static final CloseStatus TOO_MUCH_AUDIO = notAllowed("Audio is sent faster than real time");

	static final CloseStatus TOO_MUCH_TEXT = notAllowed("Too much text");

	static final CloseStatus BUDGET_USED_UP = notAllowed("The budget of the conversation is used up");

	static final CloseStatus DAY_BUDGET_USED_UP = notAllowed("The budget of the day is used up");

	static final CloseStatus ENDED_BY_POLICY = notAllowed("A rule of the application ended the conversation");

	static final CloseStatus LOST = CloseStatus.SESSION_NOT_RELIABLE;

	static final CloseStatus TOO_SLOW = notAllowed("The page does not read what is sent");

	static final CloseStatus UNAVAILABLE = CloseStatus.SERVER_ERROR.withReason("The service is not available");

	/**
	 * There is no memory for a conversation.
	 */
	public static final CloseStatus NO_ROOM = CloseStatus.SERVICE_OVERLOAD
		.withReason("The server has no room at the moment");

	/**
	 * The user has begun many conversations within a short time.
	 */
	public static final CloseStatus TOO_OFTEN = CloseStatus.SERVICE_OVERLOAD
		.withReason("Too many conversations were begun within a short time");

	/**
	 * The session could not be started.
	 */
	public static final CloseStatus FAILED = CloseStatus.SERVER_ERROR
		.withReason("The conversation could not be started");

	/**
	 * The page did not begin with a start.
	 */
	public static final CloseStatus NO_START = badStart("The first frame must be a start");

	private static final int BAD_START = 4400;

	private CloseReasons() {
	}

	/**
	 * Return the status for the end of a session.
	 * @param cause why the session ended
	 * @return the status
	 */
	public static CloseStatus of(CloseCause cause) {
		if (cause instanceof ClosedByApplication || cause instanceof ClosedByOperator) {
			return ENDED;
		}
		if (cause instanceof ClosedByPolicy policy) {
			return of(policy);
		}
		return UNAVAILABLE;
	}

	// A page that came back by itself would begin with a budget of its own
	private static CloseStatus of(ClosedByPolicy policy) {
		if (policy instanceof ClosedForDraining) {
			return GOING_AWAY;
		}
		if (policy instanceof ClosedByTakeOver) {
			return ELSEWHERE;
		}
		if (policy instanceof ClosedForSilence) {
			return IDLE;
		}
		if (policy instanceof ClosedByTenantBudget) {
			return DAY_BUDGET_USED_UP;
		}
		return (policy instanceof ClosedByBudget) ? BUDGET_USED_UP : ENDED_BY_POLICY;
	}

	/**
	 * Return the status for a session that the application does not let begin.
	 * @param refusal says why
	 * @return the status
	 */
	public static CloseStatus of(SessionNotAdmittedException refusal) {
		return (refusal instanceof TenantBudgetUsedUpException) ? DAY_BUDGET_USED_UP : NO_ROOM;
	}

	/**
	 * Return the status for an invalid start.
	 * @param reason the reason
	 * @return the status
	 */
	public static CloseStatus badStart(String reason) {
		return new CloseStatus(BAD_START, reason);
	}

	private static CloseStatus notAllowed(String reason) {
		return CloseStatus.POLICY_VIOLATION.withReason(reason);
	}

}
