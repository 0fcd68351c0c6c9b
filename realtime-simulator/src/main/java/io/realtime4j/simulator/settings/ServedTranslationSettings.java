package io.realtime4j.simulator.settings;

import java.time.Instant;

import io.realtime4j.simulator.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Internal settings of one translation session on the side of the server. An update is
 * taken whole or not at all.
 *
 * @since 0.1.0
 */
public final class ServedTranslationSettings {

	private static final Schema SCHEMA = Schema.object()
		.with("audio", Schema.object()
			.with("input",
					Schema.object()
						.with("transcription", Schema.object().with("model", Schema.string().required()).orNull())
						.with("noise_reduction",
								Schema.object()
									.with("type", Schema.choice("near_field", "far_field").required())
									.with("strength", Schema.number(0, 1))
									.orNull()))
			.with("output", Schema.object().with("language", Schema.string())));

	private final ObjectNode session;

	/**
	 * Create a new {@link ServedTranslationSettings} instance.
	 * @param id the identifier of the session
	 * @param model the model that was asked for
	 * @param expiresAt when the session ends
	 */
	public ServedTranslationSettings(String id, String model, Instant expiresAt) {
		this.session = Json.object()
			.put("id", id)
			.put("type", "translation")
			.put("model", model)
			.put("expires_at", expiresAt.getEpochSecond());
		ObjectNode audio = this.session.putObject("audio");
		audio.putObject("input").putNull("transcription").putNull("noise_reduction");
		audio.putObject("output").put("language", "en");
	}

	/**
	 * Apply an update.
	 * @param update the {@code session} member of the event
	 * @throws io.realtime4j.simulator.wire.ProtocolException if any of it is refused;
	 * nothing has changed then
	 */
	public void update(ObjectNode update) {
		SCHEMA.check("session", update);
		for (String side : new String[] { "input", "output" }) {
			ObjectNode target = (ObjectNode) this.session.path("audio").path(side);
			update.path("audio").path(side).forEachEntry((name, value) -> target.set(name, value.deepCopy()));
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
	 * Return the language to translate into.
	 * @return the code of the language
	 */
	public String language() {
		return Json.text(this.session.path("audio").path("output"), "language", "en");
	}

	/**
	 * Return the model that writes down what is heard.
	 * @return the model, or {@code null} if nothing is written down
	 */
	public @Nullable String transcriptionModel() {
		JsonNode transcription = this.session.path("audio").path("input").path("transcription");
		return Json.text(transcription, "model");
	}

}
