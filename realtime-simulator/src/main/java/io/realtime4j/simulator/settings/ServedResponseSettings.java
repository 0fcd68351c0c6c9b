package io.realtime4j.simulator.settings;

import java.util.ArrayList;
import java.util.List;

import io.realtime4j.simulator.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Internal settings of one response: those of the request, completed by those of the
 * session.
 *
 * @param session the settings of the session
 * @param overrides the overrides of the request
 */
public record ServedResponseSettings(ObjectNode session, ObjectNode overrides) {

	static ServedResponseSettings of(ObjectNode session, ObjectNode overrides) {
		return new ServedResponseSettings(session.deepCopy(), overrides.deepCopy());
	}

	/**
	 * Return the setting of a name.
	 * @param name the name of the setting
	 * @return the override, or the setting of the session
	 */
	public JsonNode get(String name) {
		return ((this.overrides.has(name)) ? this.overrides : this.session).path(name);
	}

	/**
	 * Return the format and voice of the answer.
	 * @return an {@code audio.output} object
	 */
	public ObjectNode audioOutput() {
		ObjectNode output = Json.object();
		for (String name : new String[] { "format", "voice" }) {
			JsonNode override = this.overrides.path("audio").path("output").path(name);
			output.set(name, (override.isMissingNode()) ? sessionOutput().path(name) : override);
		}
		return output;
	}

	/**
	 * Return whether the answer is spoken.
	 * @return {@code true} if the modalities name audio
	 */
	public boolean isSpoken() {
		for (JsonNode modality : get("output_modalities")) {
			if ("audio".equals(modality.asString())) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return whether the answer stays out of the conversation.
	 * @return {@code true} if the request says {@code "conversation": "none"}
	 */
	public boolean isOutOfBand() {
		return "none".equals(Json.text(this.overrides, "conversation"));
	}

	/**
	 * Return how the answer is encoded.
	 * @return the codec
	 */
	public AudioCodec codec() {
		return AudioCodec.of(audioOutput().path("format"));
	}

	/**
	 * Return the name of the voice.
	 * @return the name
	 */
	public String voice() {
		JsonNode voice = audioOutput().path("voice");
		return (voice.isString()) ? voice.stringValue() : Json.text(voice, "id", "alloy");
	}

	/**
	 * Return how fast the voice speaks.
	 * @return 1 for its natural speed
	 */
	public double speed() {
		return sessionOutput().path("speed").asDouble(1);
	}

	/**
	 * Return how many tokens the answer may have.
	 * @return the bound, {@link Integer#MAX_VALUE} for none
	 */
	public int tokenLimit() {
		JsonNode limit = get("max_output_tokens");
		return (limit.isIntegralNumber()) ? limit.intValue() : Integer.MAX_VALUE;
	}

	/**
	 * Return the items to answer in place of the conversation.
	 * @return the items, or {@code null} to answer the conversation
	 */
	public @Nullable List<ObjectNode> input() {
		JsonNode input = this.overrides.path("input");
		if (!input.isArray()) {
			return null;
		}
		List<ObjectNode> items = new ArrayList<>();
		input.forEach((item) -> items.add((ObjectNode) item));
		return items;
	}

	private JsonNode sessionOutput() {
		return this.session.path("audio").path("output");
	}

}
