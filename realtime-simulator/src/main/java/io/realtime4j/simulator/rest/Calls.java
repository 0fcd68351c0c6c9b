package io.realtime4j.simulator.rest;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.realtime4j.simulator.session.ServedLiveSession;
import io.realtime4j.simulator.session.ServedSessionEnvironment;
import io.realtime4j.simulator.settings.ServedLiveSettings;
import io.realtime4j.simulator.settings.ServedSessionSettings;
import io.realtime4j.simulator.wire.Ids;
import io.realtime4j.simulator.wire.Json;
import io.realtime4j.simulator.wire.ProtocolErrors;
import io.realtime4j.simulator.wire.ProtocolException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Internal registry of the calls of a simulator.
 *
 * @since 0.1.0
 */
public final class Calls {

	private static final int REMEMBERED = 256;

	private static final int DECLINE = 603;

	private static final int LOWEST_STATUS = 300;

	private static final int HIGHEST_STATUS = 699;

	private final Ids ids = new Ids();

	private final Map<String, SimulatedCall> calls = new LinkedHashMap<>();

	private final CallSideband sideband;

	private final ServedSessionEnvironment environment;

	private volatile @Nullable WebhookSender webhooks;

	/**
	 * Create the calls of a simulator.
	 * @param sideband the connections that are attached to calls
	 * @param environment what all sessions share
	 */
	public Calls(CallSideband sideband, ServedSessionEnvironment environment) {
		this.sideband = sideband;
		this.environment = environment;
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
	 * webhooks, one for each family, where there is an endpoint for them.
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

	/**
	 * Do something with a call in the live family.
	 * @param call the call
	 * @param verb {@code accept}, {@code reject}, {@code refer} or {@code hangup}
	 * @param body the body of the request
	 * @return {@code false} if the call is in no state for that
	 * @throws io.realtime4j.simulator.wire.ProtocolException if the body is refused
	 */
	public boolean changeLive(SimulatedCall call, String verb, ObjectNode body) {
		boolean changed = switch (verb) {
			case "accept" -> acceptLive(call, body);
			case "reject" -> call.reject(status(body));
			case "refer" -> call.isLive() && call.refer(target(body));
			case "hangup" -> call.isLive() && call.hangUp();
			default -> false;
		};
		ServedLiveSession line = call.line();
		if (changed && line != null && call.state() != SimulatedCall.State.ACTIVE) {
			line.end("close_requested");
		}
		return changed;
	}

	private boolean acceptLive(SimulatedCall call, ObjectNode body) {
		ObjectNode session = Json.member(body, "session");
		if (session == null) {
			throw ProtocolErrors.missing("session");
		}
		ObjectNode settings = ServedLiveSettings.ofCall(session);
		return call.acceptLive(session, () -> ServedLiveSession.ofCall(call.liveId(), settings, this.environment));
	}

	private static int status(ObjectNode body) {
		JsonNode status = body.path("status_code");
		if (!status.isIntegralNumber()) {
			throw ProtocolErrors.missing("status_code");
		}
		if (status.asInt() < LOWEST_STATUS || status.asInt() > HIGHEST_STATUS) {
			throw new ProtocolException("invalid_value", "Expected a status code from 300 to 699.", "status_code");
		}
		return status.asInt();
	}

	/**
	 * Begin a live session, as a client over WebRTC does.
	 * @param session the settings of its session
	 * @return the call
	 * @throws io.realtime4j.simulator.wire.ProtocolException if a setting is refused
	 */
	public SimulatedCall beginLive(ObjectNode session) {
		ObjectNode settings = session.deepCopy().without("type");
		new ServedLiveSettings("live", settings, Instant.EPOCH);
		SimulatedCall call = add(SimulatedCall.State.RINGING, null);
		call.acceptLive(session, () -> ServedLiveSession.ofCall(call.liveId(), settings, this.environment));
		return call;
	}

	/**
	 * Find a call by its session.
	 * @param sessionId the identifier of its live session
	 * @return the call, or {@code null} if there is none
	 */
	public @Nullable SimulatedCall findLive(String sessionId) {
		return all().stream().filter((call) -> call.liveId().equals(sessionId)).findFirst().orElse(null);
	}

	/**
	 * Find the live session of a call.
	 * @param sessionId the identifier of the session
	 * @return the session, or {@code null} if there is none
	 */
	public @Nullable ServedLiveSession line(String sessionId) {
		SimulatedCall call = findLive(sessionId);
		return (call != null) ? call.line() : null;
	}

	private boolean apply(SimulatedCall call, String verb, ObjectNode body) {
		return switch (verb) {
			case "accept" -> call.accept(checked(body));
			case "reject" -> call.reject(body.path("status_code").asInt(DECLINE));
			case "refer" -> !call.isLive() && call.refer(target(body));
			case "hangup" -> !call.isLive() && call.hangUp();
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
		SimulatedCall call = new SimulatedCall(new SimulatedCall.Ids(this.ids.next("rtc"), this.ids.next("live")),
				state, session, this.sideband);
		synchronized (this.calls) {
			if (this.calls.size() == REMEMBERED) {
				this.calls.remove(this.calls.keySet().iterator().next());
			}
			this.calls.put(call.id(), call);
		}
		return call;
	}

}
