package io.realtime4j.simulator.settings;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.realtime4j.simulator.wire.Json;
import io.realtime4j.simulator.wire.ProtocolErrors;
import io.realtime4j.simulator.wire.ProtocolException;
import tools.jackson.databind.JsonNode;

/**
 * Schemas of the settings of live sessions.
 */
final class LiveSchemas {

	private static final List<String> RATES = List.of("16000", "24000");

	private static final int MAX_INPUT = 128;

	private static final Schema QUESTIONS = Schema.array(Schema.openObject());

	private static final Schema DELEGATION = new Schema() {

		@Override
		void checkValue(String path, JsonNode value) {
			openObject().checkValue(path, value);
			choice("client", "responses", "decisions").required().check(path + ".type", value.get("type"));
		}

	}.orNull();

	/**
	 * A new session has to say what is decided; later it may be left out.
	 */
	private static final Schema FIRST_DELEGATION = new Schema() {

		@Override
		void checkValue(String path, JsonNode value) {
			DELEGATION.checkValue(path, value);
			if ("decisions".equals(Json.text(value, "type"))) {
				object().with("model", string().required())
					.with("questions", QUESTIONS.required())
					.required()
					.check(path + ".decisions", value.get("decisions"));
			}
		}

	}.orNull();

	private static final Schema TRIGGER = Schema.object()
		.with("type", Schema.choice("decisions").required())
		.with("event_type",
				Schema.choice("session.input_transcript.delta", "session.output_transcript.delta").required())
		.with("decisions", Schema.object().with("questions", QUESTIONS.required()).required());

	private static final Schema TRIGGERS = new Schema() {

		@Override
		void checkValue(String path, JsonNode value) {
			array(TRIGGER).checkValue(path, value);
			Set<String> types = new HashSet<>();
			for (JsonNode trigger : value) {
				if (!types.add(Json.text(trigger, "event_type", ""))) {
					throw new ProtocolException("invalid_value",
							"Invalid '" + path + "': at most one trigger for each type of events.", path);
				}
			}
		}

	}.orNull();

	private static final Schema FORMAT = new Schema() {

		@Override
		void checkValue(String path, JsonNode value) {
			openObject().checkValue(path, value);
			choice("audio/pcm", "audio/pcmu", "audio/pcma").required().check(path + ".type", value.get("type"));
			integer(1, Integer.MAX_VALUE).required().check(path + ".rate", value.get("rate"));
			String rate = value.path("rate").asString();
			List<String> supported = "audio/pcm".equals(Json.text(value, "type")) ? RATES : List.of("8000");
			if (!supported.contains(rate)) {
				throw ProtocolErrors.unsupported(path + ".rate", rate, supported);
			}
		}

	};

	private static final Schema INPUT = new Schema() {

		@Override
		void checkValue(String path, JsonNode value) {
			array(openObject()).checkValue(path, value);
			if (value.size() > MAX_INPUT) {
				throw ProtocolErrors.aboveMaximum(path, "integer", String.valueOf(MAX_INPUT),
						String.valueOf(value.size()));
			}
		}

	}.orNull();

	static final Schema SESSION = Schema.object()
		.with("model", Schema.string().required())
		.with("audio",
				Schema.object()
					.with("format", FORMAT)
					.with("output", Schema.object().with("voice", Schema.stringOrObject())))
		.with("instructions", Schema.string().orNull())
		.with("input", INPUT)
		.with("delegation", FIRST_DELEGATION)
		.with("triggers", TRIGGERS)
		.with("store", Schema.bool())
		.with("client", Schema.openObject())
		.with("safety_identifier", Schema.string().orNull());

	/**
	 * The format is that of the call, and there is no page.
	 */
	static final Schema ACCEPT = Schema.object()
		.with("type", Schema.choice("live").required())
		.with("model", Schema.string().required())
		.with("audio", Schema.object().with("output", Schema.object().with("voice", Schema.stringOrObject())))
		.with("instructions", Schema.string().orNull())
		.with("input", INPUT)
		.with("delegation", FIRST_DELEGATION)
		.with("triggers", TRIGGERS)
		.with("store", Schema.bool())
		.with("safety_identifier", Schema.string().orNull());

	static final Schema UPDATE = Schema.object().with("delegation", DELEGATION).with("triggers", TRIGGERS);

	private LiveSchemas() {
	}

}
