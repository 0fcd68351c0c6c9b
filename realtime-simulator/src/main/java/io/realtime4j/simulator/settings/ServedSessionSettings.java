package io.realtime4j.simulator.settings;

import java.time.Instant;

import io.realtime4j.simulator.wire.Json;
import io.realtime4j.simulator.wire.ProtocolException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Internal settings of one session on the side of the server. An update is taken whole or
 * not at all: what it leaves out is kept, what it sets to {@code null} is cleared.
 */
public final class ServedSessionSettings {

	private final ObjectNode session;

	private final boolean transcription;

	private ServedSessionSettings(ObjectNode session, boolean transcription) {
		this.session = session;
		this.transcription = transcription;
	}

	/**
	 * Create the settings of a conversation.
	 * @param id the identifier of the session
	 * @param model the model that was asked for
	 * @param expiresAt when the session ends
	 * @return settings with the defaults of the service
	 */
	public static ServedSessionSettings realtime(String id, String model, Instant expiresAt) {
		return new ServedSessionSettings(Defaults.realtimeSession(id, model, expiresAt.getEpochSecond()), false);
	}

	/**
	 * Create the settings of a transcription session.
	 * @param id the identifier of the session
	 * @param expiresAt when the session ends
	 * @return settings with the defaults of the service
	 */
	public static ServedSessionSettings transcription(String id, Instant expiresAt) {
		return new ServedSessionSettings(Defaults.transcriptionSession(id, expiresAt.getEpochSecond()), true);
	}

	/**
	 * Apply an update.
	 * @param update the {@code session} member of the event
	 * @param audioWasHeard whether the assistant spoke already
	 * @throws ProtocolException if any of it is refused; nothing has changed then
	 */
	public void update(ObjectNode update, boolean audioWasHeard) {
		checkType(update);
		Schema schema = (this.transcription) ? Schemas.TRANSCRIPTION_SESSION : Schemas.REALTIME_SESSION;
		schema.check("session", update);
		if (audioWasHeard) {
			checkVoice(update);
		}
		SettingsMerge.apply(this.session, update);
	}

	/**
	 * Return whether this is a session that only transcribes.
	 * @return {@code true} if it makes no responses
	 */
	public boolean isTranscription() {
		return this.transcription;
	}

	/**
	 * Return the settings as the client sees them.
	 * @return a copy
	 */
	public ObjectNode toJson() {
		return this.session.deepCopy();
	}

	/**
	 * Return the settings of arriving audio.
	 * @return the settings
	 */
	public AudioInputSettings input() {
		return new AudioInputSettings(this.session.path("audio").path("input"));
	}

	/**
	 * Return what a response will be made of.
	 * @param overrides the {@code response} member of the event, or {@code null}
	 * @return the settings of the response
	 * @throws ProtocolException if an override is refused
	 */
	public ServedResponseSettings response(@Nullable ObjectNode overrides) {
		if (overrides != null) {
			Schemas.RESPONSE.check("response", overrides);
		}
		return ServedResponseSettings.of(this.session, (overrides != null) ? overrides : Json.object());
	}

	private void checkType(ObjectNode update) {
		String own = (this.transcription) ? "transcription" : "realtime";
		String given = Json.text(update, "type", own);
		if (!given.equals(own) && ("realtime".equals(given) || "transcription".equals(given))) {
			throw new ProtocolException("invalid_value",
					"Passing a " + given + " session update event to a " + own + " session is not allowed.",
					"session.type");
		}
	}

	private void checkVoice(ObjectNode update) {
		JsonNode voice = update.path("audio").path("output").path("voice");
		if (!voice.isMissingNode() && !voice.equals(this.session.path("audio").path("output").path("voice"))) {
			throw new ProtocolException("cannot_update_voice",
					"Cannot update a conversation's voice if assistant audio is present.", null);
		}
	}

}
