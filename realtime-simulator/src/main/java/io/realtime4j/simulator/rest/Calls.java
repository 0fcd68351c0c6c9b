package io.realtime4j.simulator.rest;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.realtime4j.simulator.settings.ServedSessionSettings;
import io.realtime4j.simulator.wire.Ids;
import io.realtime4j.simulator.wire.Json;
import io.realtime4j.simulator.wire.ProtocolErrors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Internal registry of the calls of a simulator.
 *
 * @since 0.1.0
 */
public final class Calls {

	private static final int REMEMBERED = 256;

	private static final int DECLINE = 603;

	private final Ids ids = new Ids();

	private final Map<String, SimulatedCall> calls = new LinkedHashMap<>();

	private final CallSideband sideband;

	private volatile @Nullable WebhookSender webhooks;

	/**
	 * Create the calls of a simulator.
	 * @param sideband the connections that are attached to calls
	 */
	public Calls(CallSideband sideband) {
		this.sideband = sideband;
	}

	/**
	 * Send webhooks of calls that come in.
	 * @param endpoint where to
	 * @param secret the secret to sign them with, which begins with {@code whsec_}
	 */
	public void sendWebhooks(URI endpoint, String secret) {
		this.webhooks = new WebhookSender(endpoint, secret);
	}

	/**
	 * Let a call come in that waits to be accepted, as one over SIP does, and send its
	 * webhook where there is an endpoint for it.
	 * @param sipHeaders the headers of the SIP request
	 * @return the call
	 */
	public SimulatedCall ring(Map<String, String> sipHeaders) {
		SimulatedCall call = add(SimulatedCall.State.RINGING, null);
		call.announce(this.webhooks, sipHeaders);
		return call;
	}

	/**
	 * Begin a call, as a client over WebRTC does.
	 * @param session the settings of its session, or {@code null}
	 * @return the call
	 * @throws io.realtime4j.simulator.wire.ProtocolException if a setting is refused
	 */
	public SimulatedCall begin(@Nullable ObjectNode session) {
		return add(SimulatedCall.State.ACTIVE, (session != null) ? checked(session) : null);
	}

	/**
	 * Do something with a call.
	 * @param call the call
	 * @param verb {@code accept}, {@code reject}, {@code refer} or {@code hangup}
	 * @param body the body of the request
	 * @return {@code false} if the call is in no state for that
	 * @throws io.realtime4j.simulator.wire.ProtocolException if the body is refused
	 */
	public boolean change(SimulatedCall call, String verb, ObjectNode body) {
		boolean changed = apply(call, verb, body);
		if (changed && call.state() != SimulatedCall.State.ACTIVE) {
			this.sideband.end(call.id());
		}
		return changed;
	}

	private boolean apply(SimulatedCall call, String verb, ObjectNode body) {
		return switch (verb) {
			case "accept" -> call.accept(checked(body));
			case "reject" -> call.reject(body.path("status_code").asInt(DECLINE));
			case "refer" -> call.refer(target(body));
			case "hangup" -> call.hangUp();
			default -> false;
		};
	}

	/**
	 * Find a call.
	 * @param callId the identifier of the call
	 * @return the call, or {@code null} if there is none
	 */
	public @Nullable SimulatedCall find(String callId) {
		synchronized (this.calls) {
			return this.calls.get(callId);
		}
	}

	/**
	 * Return the calls.
	 * @return a copy, oldest first
	 */
	public List<SimulatedCall> all() {
		synchronized (this.calls) {
			return new ArrayList<>(this.calls.values());
		}
	}

	/**
	 * Answer an SDP offer.
	 * @param offer the offer
	 * @return an answer that is well formed, but leads nowhere: no sound flows
	 */
	public static String answer(String offer) {
		return SdpAnswer.to(offer, new Ids());
	}

	private static ObjectNode checked(ObjectNode session) {
		ServedSessionSettings.realtime("sess", Json.text(session, "model", "gpt-realtime"), Instant.EPOCH)
			.update(session, false);
		return session;
	}

	private static String target(ObjectNode body) {
		String target = Json.text(body, "target_uri");
		if (target == null) {
			throw ProtocolErrors.missing("target_uri");
		}
		return target;
	}

	private SimulatedCall add(SimulatedCall.State state, @Nullable ObjectNode session) {
		SimulatedCall call = new SimulatedCall(this.ids.next("rtc"), state, session, this.sideband);
		synchronized (this.calls) {
			if (this.calls.size() == REMEMBERED) {
				this.calls.remove(this.calls.keySet().iterator().next());
			}
			this.calls.put(call.id(), call);
		}
		return call;
	}

}
