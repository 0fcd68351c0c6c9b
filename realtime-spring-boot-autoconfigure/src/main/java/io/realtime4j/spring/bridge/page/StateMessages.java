package io.realtime4j.spring.bridge.page;

import java.util.regex.Pattern;

import io.realtime4j.model.response.Response;
import io.realtime4j.model.response.StatusDetails;
import io.realtime4j.session.AnswerTimedOut;
import io.realtime4j.session.SessionClosed;
import io.realtime4j.session.SessionConnecting;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.session.SessionOpened;
import io.realtime4j.session.SessionReconnected;
import io.realtime4j.session.SessionReconnecting;
import io.realtime4j.spring.bridge.connection.CloseReasons;
import org.jspecify.annotations.Nullable;

import org.springframework.web.socket.CloseStatus;

/**
 * Says to a page what happened between the server and the service. What the service says
 * of an error is for the owner of the key, so that pages get words of our own and codes.
 */
final class StateMessages {

	private static final Pattern CODE = Pattern.compile("[a-z0-9_]{1,64}");

	private static final String CONNECTING = PageMessages.state("connecting", null);

	private static final String OPEN = PageMessages.state("open", null);

	private static final String RECONNECTING = PageMessages.state("reconnecting",
			"The connection to the service was lost. Trying again.");

	private StateMessages() {
	}

	/**
	 * Return the message that tells of a state.
	 * @param event the event that led to it, or {@code null} at the beginning
	 * @return the message, empty if a page need not know
	 */
	static String state(@Nullable SessionEvent event) {
		if (event == null || event instanceof SessionConnecting) {
			return CONNECTING;
		}
		if (event instanceof SessionOpened || event instanceof SessionReconnected) {
			return OPEN;
		}
		if (event instanceof SessionReconnecting) {
			return RECONNECTING;
		}
		if (event instanceof SessionClosed closed) {
			return closed(CloseReasons.of(closed.cause()));
		}
		return "";
	}

	// A page that comes back has nothing to end: its connection is closed all the same
	private static String closed(CloseStatus status) {
		return CloseReasons.GOING_AWAY.equals(status) ? "" : PageMessages.state("closed", status.getReason() + ".");
	}

	static String response(Response response) {
		String status = (response.status() != null) ? response.status().value() : "in_progress";
		return PageMessages.response(response.id(), status, reason(response.statusDetails()));
	}

	static String givenUp(AnswerTimedOut event) {
		return PageMessages.response(event.responseId(), "failed", "timeout");
	}

	static String error(@Nullable String code) {
		return String.valueOf(code).startsWith("rate_limit")
				? PageMessages.error("rate_limited", "The service is busy. Try again soon.")
				: PageMessages.error("server_error", "The service could not do that.");
	}

	private static @Nullable String reason(@Nullable StatusDetails details) {
		if (details == null) {
			return null;
		}
		String reason = (details.reason() != null) ? details.reason().value()
				: (details.error() != null) ? details.error().code() : null;
		return (reason != null && CODE.matcher(reason).matches()) ? reason : null;
	}

}
