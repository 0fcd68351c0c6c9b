package io.realtime4j.simulator.session;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Internal request of a client for a session, made when it connects.
 *
 * @param kind the kind of session
 * @param model the model, or {@code null} if none is named
 * @param callId the call or the live session that is joined from the side, or the live
 * session of a call, or {@code null}
 * @param settings the settings that the session begins with beside the defaults, or
 * {@code null}
 * @param refusal why the client may not stay, or {@code null} if nothing is known against
 * it yet
 * @param target the live session that is joined from the side, or {@code null}
 */
public record SessionRequest(Kind kind, @Nullable String model, @Nullable String callId, @Nullable ObjectNode settings,
		@Nullable SessionRefusal refusal, @Nullable ServedLiveSession target) {

	/**
	 * Ask for a session with a model.
	 * @param model the name of the model
	 * @return the request
	 */
	public static SessionRequest realtime(String model) {
		return new SessionRequest(Kind.REALTIME, model, null, null, null, null);
	}

	/**
	 * Ask for a session that only transcribes.
	 * @return the request
	 */
	public static SessionRequest transcription() {
		return new SessionRequest(Kind.TRANSCRIPTION, null, null, null, null, null);
	}

	/**
	 * Ask to join a call from the side.
	 * @param callId the call
	 * @return the request
	 */
	public static SessionRequest sideband(String callId) {
		return new SessionRequest(Kind.REALTIME, null, callId, null, null, null);
	}

	/**
	 * Ask for a session that translates.
	 * @param model the name of the model, or {@code null} if none is named
	 * @return the request
	 */
	public static SessionRequest translation(@Nullable String model) {
		return new SessionRequest(Kind.TRANSLATION, model, null, null, null, null);
	}

	/**
	 * Ask for a live session, whose model the client names later.
	 * @return the request
	 */
	public static SessionRequest live() {
		return new SessionRequest(Kind.LIVE, null, null, null, null, null);
	}

	/**
	 * Ask to join a live session from the side.
	 * @param sessionId the session
	 * @return the request
	 */
	public static SessionRequest attachment(String sessionId) {
		return new SessionRequest(Kind.LIVE, null, sessionId, null, null, null);
	}

	/**
	 * Ask for a live session of a call, which begins without a client.
	 * @param sessionId the session
	 * @param settings its settings
	 * @return the request
	 */
	public static SessionRequest liveCall(String sessionId, ObjectNode settings) {
		return new SessionRequest(Kind.LIVE, null, sessionId, settings, null, null);
	}

	/**
	 * Ask for the same at the side of a session.
	 * @param target the session
	 * @return the request
	 */
	public SessionRequest withTarget(ServedLiveSession target) {
		return new SessionRequest(this.kind, this.model, this.callId, this.settings, this.refusal, target);
	}

	/**
	 * Ask for the same with another model.
	 * @param model the name of the model
	 * @return the request
	 */
	public SessionRequest withModel(String model) {
		return new SessionRequest(this.kind, model, this.callId, this.settings, this.refusal, this.target);
	}

	/**
	 * Ask for the same with settings to begin with.
	 * @param settings the settings as {@code session.update} takes them, or {@code null}
	 * @return the request
	 */
	public SessionRequest withSettings(@Nullable ObjectNode settings) {
		return new SessionRequest(this.kind, this.model, this.callId, settings, this.refusal, this.target);
	}

	/**
	 * Ask for the same, with a reason to be refused.
	 * @param refusal why the client may not stay, or {@code null}
	 * @return the request
	 */
	public SessionRequest withRefusal(@Nullable SessionRefusal refusal) {
		return new SessionRequest(this.kind, this.model, this.callId, this.settings, refusal, this.target);
	}

	/**
	 * The kinds of sessions.
	 */
	public enum Kind {

		/**
		 * A conversation with a model.
		 */
		REALTIME,

		/**
		 * Speech is written down.
		 */
		TRANSCRIPTION,

		/**
		 * Speech is spoken in another language.
		 */
		TRANSLATION,

		/**
		 * A conversation in which both sides may speak at once.
		 */
		LIVE

	}

}
