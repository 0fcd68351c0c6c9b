package io.realtime4j.simulator.server;

import io.realtime4j.simulator.rest.Calls;
import io.realtime4j.simulator.rest.ClientSecrets;
import io.realtime4j.simulator.rest.ServedClientSecret;
import io.realtime4j.simulator.rest.SimulatedCall;
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

	SessionLookup(Calls calls, ClientSecrets secrets, boolean knownCallsOnly) {
		this.calls = calls;
		this.secrets = secrets;
		this.knownCallsOnly = knownCallsOnly;
	}

	/**
	 * Complete a request.
	 * @param request what the client asks for
	 * @param key the key that it gives, or {@code null}
	 * @return the complete request, or {@code null} if it is for a call that nobody can
	 * join
	 */
	@Nullable SessionRequest complete(SessionRequest request, @Nullable String key) {
		if (request.callId() != null) {
			return join(request, this.calls.find(request.callId()));
		}
		ServedClientSecret secret = this.secrets.find(key);
		if (secret == null || request.kind() == SessionRequest.Kind.LIVE) {
			return request;
		}
		SessionRequest bound = secret.request();
		return (request.model() != null) ? bound.withModel(request.model()) : bound;
	}

	private @Nullable SessionRequest join(SessionRequest request, @Nullable SimulatedCall call) {
		if (call == null) {
			return (this.knownCallsOnly) ? null : request;
		}
		return (call.state() == SimulatedCall.State.ACTIVE) ? request.withSettings(call.session()) : null;
	}

}
