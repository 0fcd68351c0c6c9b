package io.realtime4j.spring.rest;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

import io.realtime4j.live.model.session.LiveSettings;
import io.realtime4j.model.session.BetaTranscriptionSession;
import io.realtime4j.model.session.SessionSettings;
import io.realtime4j.translation.model.TranslationSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.Assert;
import org.springframework.web.client.RestClientException;

/**
 * Client for the HTTP endpoints of the service. All methods wait for the answer, and
 * throw {@link RealtimeRestException} if the service refuses, cannot be reached or cannot
 * be understood, and read no more than 1 MiB of an answer. It may be used by all threads.
 *
 * @since 0.1.0
 */
public final class RealtimeRestClient {

	private final RestJson json;

	private final RealtimeHttpApi api;

	private final LiveHttpApi live;

	private final Function<@Nullable Object, Apis> apis;

	RealtimeRestClient(Function<@Nullable Object, Apis> apis, RestJson json) {
		this(apis, apis.apply(null), json);
	}

	private RealtimeRestClient(Function<@Nullable Object, Apis> apis, Apis own, RestJson json) {
		this.apis = apis;
		this.api = own.realtime();
		this.live = own.live();
		this.json = json;
	}

	/**
	 * Return a client whose requests have the credentials of a session, where these
	 * depend on what the session shall be.
	 * @param spec what the session shall be: a {@link io.realtime4j.session.SessionSpec}
	 * or that of another protocol family
	 * @return the client
	 */
	public RealtimeRestClient forSession(Object spec) {
		return new RealtimeRestClient(this.apis, this.apis.apply(spec), this.json);
	}

	/**
	 * Create an ephemeral key that opens sessions with these settings, by
	 * {@code POST /realtime/client_secrets}.
	 * @param settings the settings that the key is bound to
	 * @return the key, good for the time that the service has as its default (ten
	 * minutes)
	 */
	public IssuedSecret<SessionSettings> createClientSecret(SessionSettings settings) {
		return clientSecret(settings, null);
	}

	/**
	 * Create an ephemeral key with a lifetime, by {@code POST /realtime/client_secrets}.
	 * @param settings the settings that the key is bound to
	 * @param lifetime how long sessions can be opened with it; the service takes ten
	 * seconds to two hours
	 * @return the key
	 */
	public IssuedSecret<SessionSettings> createClientSecret(SessionSettings settings, Duration lifetime) {
		return clientSecret(settings, lifetime);
	}

	private IssuedSecret<SessionSettings> clientSecret(SessionSettings settings, @Nullable Duration lifetime) {
		byte[] body = this.json.write(this.json.secretRequest(this.json.settings(settings), lifetime));
		return this.json.secret(call(() -> this.api.createClientSecret(body)), this.json::readSettings);
	}

	/**
	 * Create an ephemeral key for a translation session, by
	 * {@code POST /realtime/translations/client_secrets}.
	 * @param settings the settings that the key is bound to, with a model
	 * @param lifetime how long sessions can be opened with it, or {@code null} for the
	 * default of the service
	 * @return the key
	 */
	public IssuedSecret<TranslationSettings> createTranslationSecret(TranslationSettings settings,
			@Nullable Duration lifetime) {
		byte[] body = this.json.write(this.json.secretRequest(this.json.translation(settings), lifetime));
		return this.json.secret(call(() -> this.api.createTranslationSecret(body)), this.json::readTranslation);
	}

	/**
	 * Create a session of the beta dialect with an ephemeral key in it, by
	 * {@code POST /realtime/sessions}.
	 * @param settings the settings
	 * @return the settings as the service has them, with the key as their
	 * {@code client_secret}
	 */
	public SessionSettings createBetaSession(SessionSettings settings) {
		byte[] body = this.json.write(this.json.betaSettings(settings));
		return this.json.read(call(() -> this.api.createSession(body)), this.json::readSettings);
	}

	/**
	 * Create a transcription session of the beta dialect with an ephemeral key in it, by
	 * {@code POST /realtime/transcription_sessions}.
	 * @param settings the settings
	 * @return the settings as the service has them, with the key as their
	 * {@code client_secret}
	 */
	public BetaTranscriptionSession createBetaTranscriptionSession(BetaTranscriptionSession settings) {
		byte[] body = this.json.write(this.json.betaTranscription(settings));
		return this.json.read(call(() -> this.api.createTranscriptionSession(body)), this.json::readBetaTranscription);
	}

	/**
	 * Create a call for a browser over WebRTC, by {@code POST /realtime/calls}.
	 * @param sdpOffer what the browser offers
	 * @param settings the settings of the session
	 * @return the call, with the answer for the browser
	 */
	public CreatedCall createCall(String sdpOffer, SessionSettings settings) {
		HttpEntity<byte[]> sdp = part(RestJson.bytes(sdpOffer), RealtimeHttpApi.SDP);
		HttpEntity<byte[]> session = part(this.json.write(this.json.settings(settings)), RealtimeHttpApi.JSON);
		return created(call(() -> this.api.createCall(sdp, session)));
	}

	/**
	 * Create a call for a browser over WebRTC, with the settings that an ephemeral key is
	 * bound to, by {@code POST /realtime/calls}.
	 * @param sdpOffer what the browser offers
	 * @return the call, with the answer for the browser
	 */
	public CreatedCall createCall(String sdpOffer) {
		byte[] sdp = RestJson.bytes(sdpOffer);
		return created(call(() -> this.api.createCall(sdp)));
	}

	/**
	 * Accept an incoming call over SIP, by {@code POST /realtime/calls/{call_id}/accept}.
	 * @param callId the id of the call, of the webhook {@code realtime.call.incoming}
	 * @param settings the settings of the session
	 */
	public void acceptCall(String callId, SessionSettings settings) {
		byte[] body = this.json.write(this.json.settings(settings));
		call(() -> this.api.acceptCall(callId(callId), body));
	}

	/**
	 * Reject an incoming call over SIP, by {@code POST /realtime/calls/{call_id}/reject}.
	 * @param callId the id of the call
	 * @param statusCode the SIP status that the caller is given, such as 486 (busy)
	 */
	public void rejectCall(String callId, int statusCode) {
		byte[] body = this.json.write(this.json.object().put("status_code", statusCode));
		call(() -> this.api.rejectCall(callId(callId), body));
	}

	/**
	 * Reject an incoming call over SIP with the default of the service, which is 603
	 * (decline), by {@code POST /realtime/calls/{call_id}/reject}.
	 * @param callId the id of the call
	 */
	public void rejectCall(String callId) {
		byte[] body = this.json.write(this.json.object());
		call(() -> this.api.rejectCall(callId(callId), body));
	}

	/**
	 * Transfer a call, by {@code POST /realtime/calls/{call_id}/refer}. Nobody is asked
	 * whether it may be: {@link io.realtime4j.spring.sip.SipCall#refer} asks the policy
	 * of the application.
	 * @param callId the id of the call
	 * @param target whom to call, such as {@code tel:+14155550123} or a SIP address
	 */
	public void referCall(String callId, URI target) {
		byte[] body = this.json.write(this.json.object().put("target_uri", target.toString()));
		call(() -> this.api.referCall(callId(callId), body));
	}

	/**
	 * End a call, by {@code POST /realtime/calls/{call_id}/hangup}.
	 * @param callId the id of the call
	 */
	public void hangUpCall(String callId) {
		call(() -> this.api.hangUpCall(callId(callId)));
	}

	/**
	 * Accept an incoming call over SIP by a live session, by {@code POST
	 * /live/sessions/{session_id}/accept}.
	 * @param sessionId the id of the session, of the webhook
	 * {@code live.transport.incoming}
	 * @param settings the settings of the session, with a model; the format of the audio
	 * is not sent, since it is that of the call
	 */
	public void acceptLiveCall(String sessionId, LiveSettings settings) {
		byte[] body = this.json.write(this.json.object().set("session", this.json.live(settings.asAccept())));
		call(() -> this.live.accept(callId(sessionId), body));
	}

	/**
	 * Reject an incoming call over SIP that a live session could take, by {@code POST
	 * /live/sessions/{session_id}/reject}.
	 * @param sessionId the id of the session
	 * @param statusCode the SIP status that the caller is given, such as 486 (busy)
	 */
	public void rejectLiveCall(String sessionId, int statusCode) {
		byte[] body = this.json.write(this.json.object().put("status_code", statusCode));
		call(() -> this.live.reject(callId(sessionId), body));
	}

	/**
	 * Transfer a call of a live session, by {@code POST
	 * /live/sessions/{session_id}/refer}. Nobody is asked whether it may be, as with
	 * {@link #referCall}.
	 * @param sessionId the id of the session
	 * @param target whom to call, such as {@code tel:+14155550123} or a SIP address
	 */
	public void referLiveCall(String sessionId, URI target) {
		byte[] body = this.json.write(this.json.object().put("target_uri", target.toString()));
		call(() -> this.live.refer(callId(sessionId), body));
	}

	/**
	 * End a call of a live session, by {@code POST /live/sessions/{session_id}/hangup}.
	 * @param sessionId the id of the session
	 */
	public void hangUpLiveCall(String sessionId) {
		call(() -> this.live.hangUp(callId(sessionId)));
	}

	private static String callId(String callId) {
		Assert.hasText(callId, "'callId' must not be empty");
		return callId;
	}

	private static HttpEntity<byte[]> part(byte[] content, String type) {
		HttpHeaders headers = new HttpHeaders();
		headers.setContentType(MediaType.parseMediaType(type));
		return new HttpEntity<>(content, headers);
	}

	private static CreatedCall created(ResponseEntity<byte[]> answer) {
		URI location = answer.getHeaders().getLocation();
		String path = (location != null && location.getPath() != null) ? location.getPath() : "";
		String callId = path.substring(path.lastIndexOf('/') + 1);
		byte[] sdp = answer.getBody();
		if (callId.isEmpty() || sdp == null) {
			throw new RealtimeRestException("The service did not return the id of the call", null);
		}
		return new CreatedCall(callId, new String(sdp, StandardCharsets.UTF_8));
	}

	private static <T extends @Nullable Object> T call(Supplier<T> request) {
		try {
			return request.get();
		}
		catch (RestClientException ex) {
			throw new RealtimeRestException("The service could not be reached: " + ex.getClass().getSimpleName(),
					ex.getCause());
		}
	}

	/**
	 * The endpoints with the credentials of one session.
	 *
	 * @param realtime those of the first family
	 * @param live those of live sessions
	 */
	record Apis(RealtimeHttpApi realtime, LiveHttpApi live) {

	}

}
