package io.realtime4j.simulator.server;

import java.util.function.Function;

import io.realtime4j.simulator.rest.Calls;
import io.realtime4j.simulator.rest.ClientSecrets;
import io.realtime4j.simulator.rest.ServedClientSecret;
import io.realtime4j.simulator.rest.SimulatedCall;
import io.realtime4j.simulator.session.ServedLiveSession;
import io.realtime4j.simulator.session.ServedSession;
import io.realtime4j.simulator.session.SessionRequest;
import org.jspecify.annotations.Nullable;

/**
 * Completes what a client asks for by what was created over HTTP before: its client
 * secret, or the call that it joins.
 */
final class SessionLookup {

	private final Calls calls;

	private final ClientSecrets secrets;

	private final boolean knownCallsOnly;

	private final Function<String, @Nullable ServedSession> sessions;

	SessionLookup(Calls calls, ClientSecrets secrets, boolean knownCallsOnly,
			Function<String, @Nullable ServedSession> sessions) {
		this.sessions = sessions;
		this.calls = calls;
		this.secrets = secrets;
		this.knownCallsOnly = knownCallsOnly;
	}

	/**
	 * Complete a request.
	 * @param request what the client asks for
	 * @param key the key that it gives, or {@code null}
	 * @return the complete request, or {@code null} if it is for a call or a session that
	 * nobody can join
	 */
	@Nullable SessionRequest complete(SessionRequest request, @Nullable String key) {
		if (request.kind() == SessionRequest.Kind.LIVE) {
			return (request.callId() != null) ? attach(request, request.callId()) : request;
		}
		if (request.callId() != null) {
			return join(request, this.calls.find(request.callId()));
		}
		ServedClientSecret secret = this.secrets.find(key);
		if (secret == null) {
			return request;
		}
		SessionRequest bound = secret.request();
		return (request.model() != null) ? bound.withModel(request.model()) : bound;
	}

	private @Nullable SessionRequest attach(SessionRequest request, String sessionId) {
		ServedSession line = this.calls.line(sessionId);
		ServedSession found = (line != null) ? line : this.sessions.apply(sessionId);
		return (found instanceof ServedLiveSession live && !live.isOver()) ? request.withTarget(live) : null;
	}

	private @Nullable SessionRequest join(SessionRequest request, @Nullable SimulatedCall call) {
		if (call == null) {
			return (this.knownCallsOnly) ? null : request;
		}
		return (call.state() == SimulatedCall.State.ACTIVE) ? request.withSettings(call.session()) : null;
	}

}
