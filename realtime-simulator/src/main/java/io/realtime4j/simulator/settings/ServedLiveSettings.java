package io.realtime4j.simulator.settings;

import java.time.Instant;
import java.util.List;

import io.realtime4j.audio.PcmResampler;
import io.realtime4j.simulator.wire.Json;
import io.realtime4j.simulator.wire.ProtocolErrors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Internal settings of one live session on the side of the server.
 *
 * @since 0.1.0
 */
public final class ServedLiveSettings {

	/**
	 * The delegation of sessions that turned it off.
	 */
	public static final String NOBODY = "none";

	private static final String DEFAULT_VOICE = "marin";

	private final ObjectNode session;

	/**
	 * Create a new {@link ServedLiveSettings} instance.
	 * @param id the identifier of the session
	 * @param start the {@code session} member of {@code session.start}
	 * @param expiresAt when the session ends
	 * @throws io.realtime4j.simulator.wire.ProtocolException if any of it is refused
	 */
	public ServedLiveSettings(String id, ObjectNode start, Instant expiresAt) {
		LiveSchemas.SESSION.check("session", start);
		this.session = Json.object()
			.put("id", id)
			.put("status", "active")
			.put("expires_at", expiresAt.getEpochSecond());
		start.forEachEntry((name, value) -> this.session.set(name, value.deepCopy()));
	}

	/**
	 * Check the settings with which a call is accepted.
	 * @param session the {@code session} member of the request
	 * @return the settings of its session
	 * @throws io.realtime4j.simulator.wire.ProtocolException if any of it is refused
	 */
	public static ObjectNode ofCall(ObjectNode session) {
		LiveSchemas.ACCEPT.check("session", session);
		return session.deepCopy().without("type");
	}

	/**
	 * Apply an update. The kind of delegation stays as it is, and so do its settings that
	 * the update leaves out.
	 * @param update the {@code session} member of the event
	 * @throws io.realtime4j.simulator.wire.ProtocolException if any of it is refused;
	 * nothing has changed then
	 */
	public void update(ObjectNode update) {
		LiveSchemas.UPDATE.check("session", update);
		String kind = update.has("delegation") ? kind(update.path("delegation")) : delegation();
		if (!kind.equals(delegation())) {
			throw ProtocolErrors.unsupported("session.delegation.type", kind, List.of(delegation()));
		}
		update.forEachEntry((name, value) -> merge(this.session, name, value));
	}

	private static void merge(ObjectNode target, String name, JsonNode value) {
		if (value.isObject() && target.get(name) instanceof ObjectNode before) {
			value.forEachEntry((member, changed) -> merge(before, member, changed));
		}
		else {
			target.set(name, value.deepCopy());
		}
	}

	/**
	 * Return the settings as the client sees them.
	 * @return a copy
	 */
	public ObjectNode toJson() {
		return this.session.deepCopy();
	}

	/**
	 * Return the model.
	 * @return its name
	 */
	public String model() {
		return Json.text(this.session, "model", "");
	}

	/**
	 * Return the instructions of the model.
	 * @return the instructions, empty if there are none
	 */
	public String instructions() {
		return Json.text(this.session, "instructions", "");
	}

	/**
	 * Return who does work that is delegated.
	 * @return the type of the delegation, or {@link #NOBODY}
	 */
	public String delegation() {
		return this.session.has("delegation") ? kind(this.session.path("delegation")) : "client";
	}

	private static String kind(JsonNode delegation) {
		return delegation.isNull() ? NOBODY : Json.text(delegation, "type", "client");
	}

	/**
	 * Return the tools of the model that does delegated work.
	 * @return the tools, none if another does the work
	 */
	public JsonNode tools() {
		return this.session.path("delegation").path("responses").path("tools");
	}

	/**
	 * Return what is decided.
	 * @return the questions and their model, possibly a missing node
	 */
	public JsonNode decisions() {
		return this.session.path("delegation").path("decisions");
	}

	/**
	 * Return what is decided with each event of a type.
	 * @param eventType the type of the event
	 * @return the questions, none if nothing is decided then
	 */
	public JsonNode questionsOn(String eventType) {
		for (JsonNode trigger : this.session.path("triggers")) {
			if (eventType.equals(Json.text(trigger, "event_type"))) {
				return trigger.path("decisions").path("questions");
			}
		}
		return MissingNode.getInstance();
	}

	/**
	 * Return the voice of the model.
	 * @return the name or the id of the voice
	 */
	public String voice() {
		JsonNode voice = this.session.path("audio").path("output").path("voice");
		return voice.isObject() ? Json.text(voice, "id", DEFAULT_VOICE) : voice.asString(DEFAULT_VOICE);
	}

	/**
	 * Return the rate of the audio.
	 * @return samples per second
	 */
	public int rate() {
		return this.session.path("audio").path("format").path("rate").asInt(AudioCodec.SPEECH_RATE);
	}

	private AudioCodec codec() {
		return AudioCodec.of(this.session.path("audio").path("format"));
	}

	/**
	 * Return how many bytes a time of audio has on the wire.
	 * @param millis milliseconds
	 * @return the number of bytes
	 */
	public int bytes(int millis) {
		int samples = rate() * millis / 1000;
		return (codec() == AudioCodec.PCM) ? 2 * samples : samples;
	}

	/**
	 * Return silence.
	 * @param millis milliseconds
	 * @return the audio on the wire
	 */
	public byte[] silence(int millis) {
		return codec().encode(new byte[rate() * millis / 1000 * 2]);
	}

	/**
	 * Decode audio of the client.
	 * @param encoded the audio on the wire
	 * @return the audio as PCM16 at {@link #rate()}
	 */
	public byte[] decode(byte[] encoded) {
		return codec().decode(encoded);
	}

	/**
	 * Encode speech as the simulator makes it.
	 * @param speech the speech as PCM16 at {@link AudioCodec#SPEECH_RATE}
	 * @return the audio on the wire
	 */
	public byte[] encodeSpeech(byte[] speech) {
		byte[] pcm = (rate() == AudioCodec.SPEECH_RATE) ? speech
				: PcmResampler.convert(speech, AudioCodec.SPEECH_RATE, rate());
		return codec().encode(pcm);
	}

	/**
	 * Return the conversation before the session.
	 * @return the messages, possibly none
	 */
	public Iterable<JsonNode> input() {
		return this.session.path("input");
	}

	/**
	 * Return the text of a message.
	 * @param message the message
	 * @return the text, or {@code null} if it has none
	 */
	public static @Nullable String text(JsonNode message) {
		return Json.text(message.path("content").path(0), "text");
	}

}
