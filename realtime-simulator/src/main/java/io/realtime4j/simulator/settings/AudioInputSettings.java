package io.realtime4j.simulator.settings;

import io.realtime4j.simulator.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Internal settings of input audio.
 *
 * @param json the {@code audio.input} member of the session
 */
public record AudioInputSettings(JsonNode json) {

	private static final double DEFAULT_THRESHOLD = 0.5;

	private static final int DEFAULT_PREFIX_MS = 300;

	private static final int DEFAULT_SILENCE_MS = 200;

	private static final int EAGER_SILENCE_MS = 300;

	private static final int SEMANTIC_SILENCE_MS = 600;

	private static final int PATIENT_SILENCE_MS = 1200;

	/**
	 * Return how the audio is encoded.
	 * @return the codec
	 */
	public AudioCodec codec() {
		return AudioCodec.of(this.json.path("format"));
	}

	/**
	 * Return whether the server detects turns.
	 * @return {@code false} if the client commits its turns by hand
	 */
	public boolean detectsTurns() {
		return detection().isObject();
	}

	/**
	 * Return the model that transcribes.
	 * @return the model, or {@code null} if nothing is transcribed
	 */
	public @Nullable String transcriptionModel() {
		JsonNode transcription = this.json.path("transcription");
		return (transcription.isObject()) ? Json.text(transcription, "model", "gpt-4o-mini-transcribe") : null;
	}

	/**
	 * Return how loud speech must be.
	 * @return the threshold, from 0 to 1
	 */
	public double threshold() {
		return detection().path("threshold").asDouble(DEFAULT_THRESHOLD);
	}

	/**
	 * Return how much audio before the detected start belongs to a turn.
	 * @return milliseconds
	 */
	public int prefixPaddingMs() {
		return detection().path("prefix_padding_ms").asInt(DEFAULT_PREFIX_MS);
	}

	/**
	 * Return how long it must be quiet until a turn is over.
	 * @return milliseconds
	 */
	public int silenceDurationMs() {
		if (!"semantic_vad".equals(Json.text(detection(), "type"))) {
			return detection().path("silence_duration_ms").asInt(DEFAULT_SILENCE_MS);
		}
		return switch (Json.text(detection(), "eagerness", "auto")) {
			case "high" -> EAGER_SILENCE_MS;
			case "low" -> PATIENT_SILENCE_MS;
			default -> SEMANTIC_SILENCE_MS;
		};
	}

	/**
	 * Return after how much silence the model speaks up.
	 * @return milliseconds, 0 for never
	 */
	public int idleTimeoutMs() {
		return detection().path("idle_timeout_ms").asInt(0);
	}

	/**
	 * Return whether a turn is answered.
	 * @return {@code true} if a detected turn makes a response
	 */
	public boolean createsResponse() {
		return detection().path("create_response").asBoolean(true);
	}

	/**
	 * Return whether speech interrupts the answer.
	 * @return {@code true} if detected speech cancels the active response
	 */
	public boolean interruptsResponse() {
		return detection().path("interrupt_response").asBoolean(true);
	}

	private JsonNode detection() {
		return this.json.path("turn_detection");
	}

}
