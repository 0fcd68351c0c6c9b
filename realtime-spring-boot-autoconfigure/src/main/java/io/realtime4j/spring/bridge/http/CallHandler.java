package io.realtime4j.spring.bridge.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import io.realtime4j.model.session.SessionSettings;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.spring.bridge.BridgeConnection;
import io.realtime4j.spring.bridge.access.BridgeSessionFactory;
import io.realtime4j.spring.rest.CreatedCall;
import io.realtime4j.spring.rest.RealtimeRestClient;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.util.Assert;

/**
 * Internal handler that starts calls by WebRTC for pages: the audio flows between the
 * page and the service, while a session of the server joins the call and runs the tools.
 */
public final class CallHandler extends BridgeHttpHandler {

	private static final int MAX_OFFER = 64 * 1024;

	private final BridgeSessionFactory factory;

	private final RealtimeRestClient rest;

	private final PageCalls calls;

	/**
	 * Create a handler.
	 * @param factory creates sessions
	 * @param rest the client for the service
	 * @param calls watches the calls
	 * @param rules the rules for requests
	 */
	public CallHandler(BridgeSessionFactory factory, RealtimeRestClient rest, PageCalls calls, PostRules rules) {
		super(rules);
		this.factory = factory;
		this.rest = rest;
		this.calls = calls;
	}

	@Override
	void handle(BridgeConnection who, HttpServletRequest request, HttpServletResponse response) throws IOException {
		byte[] offer = request.getInputStream().readNBytes(MAX_OFFER + 1);
		String sdp = new String(offer, StandardCharsets.UTF_8);
		if (offer.length > MAX_OFFER || !sdp.startsWith("v=0")) {
			response.sendError(
					(offer.length > MAX_OFFER) ? HttpStatus.CONTENT_TOO_LARGE.value() : HttpStatus.BAD_REQUEST.value());
			return;
		}
		BegunCall[] begun = new BegunCall[1];
		RealtimeSession session = attach(who, sdp, begun);
		if (session == null) {
			response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
			return;
		}
		listen(session);
		response.setStatus(HttpStatus.CREATED.value());
		write(response, "application/sdp", begun[0].created().sdpAnswer());
	}

	private @Nullable RealtimeSession attach(BridgeConnection who, String sdp, BegunCall[] begun) {
		try {
			return this.factory.attach(who, (spec) -> {
				begun[0] = begin(sdp, spec);
				return begun[0].created().callId();
			}, (session) -> this.calls.watch(begun[0].created().callId(), session, begun[0]::hangUp));
		}
		catch (RuntimeException ex) {
			if (begun[0] != null) {
				this.calls.hangUp(begun[0].created().callId(), begun[0]::hangUp);
			}
			throw ex;
		}
	}

	private BegunCall begin(String sdp, SessionSpec spec) {
		SessionSettings settings = spec.settings();
		Assert.state(settings != null, "The session of a page must have settings");
		RealtimeRestClient own = this.rest.forSession(spec);
		return new BegunCall(own, own.createCall(sdp, settings));
	}

	// The end of the session is that of the call
	private static void listen(RealtimeSession session) {
		session.open().whenComplete((opened, failure) -> {
			if (failure != null) {
				session.close();
			}
		});
	}

	/**
	 * A call that was begun.
	 *
	 * @param rest has the credentials of its session
	 * @param created what the service answered
	 */
	private record BegunCall(RealtimeRestClient rest, CreatedCall created) {

		void hangUp() {
			this.rest.hangUpCall(this.created.callId());
		}

	}

}
