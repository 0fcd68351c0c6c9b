package io.realtime4j.live.session;

import java.util.Set;

import io.realtime4j.live.event.server.ErrorEvent;
import io.realtime4j.live.model.LiveError;
import io.realtime4j.model.error.RealtimeError;

/**
 * Errors of the {@code live} protocol in the words that all sessions share.
 */
final class LiveErrors {

	/**
	 * Codes of errors that no other connection heals, and after which a server may not
	 * even close this one.
	 */
	private static final Set<String> FATAL = Set.of("insufficient_quota", "invalid_api_key", "account_deactivated",
			"billing_hard_limit_reached");

	private LiveErrors() {
	}

	static RealtimeError of(ErrorEvent event) {
		LiveError error = event.error();
		String eventId = (error.clientEventId() != null) ? error.clientEventId() : event.clientEventId();
		return new RealtimeError(error.type(), error.code(), error.message(), error.param(), eventId);
	}

	static boolean isFatal(RealtimeError error) {
		return FATAL.contains(String.valueOf(error.code()));
	}

}
