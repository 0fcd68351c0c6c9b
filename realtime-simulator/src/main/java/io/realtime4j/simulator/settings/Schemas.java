package io.realtime4j.simulator.settings;

import io.realtime4j.simulator.wire.ProtocolErrors;
import tools.jackson.databind.JsonNode;

/**
 * The parameters that the service knows.
 */
final class Schemas {

	private static final int PCM_RATE = 24000;

	private static final int MAX_OUTPUT_TOKENS = 4096;

	static final Schema REALTIME_SESSION = realtimeSession();

	static final Schema TRANSCRIPTION_SESSION = Schema.object()
		.with("type", Schema.choice("realtime", "transcription").required())
		.with("audio", Schema.object().with("input", audioInput()))
		.with("include", include());

	static final Schema RESPONSE = response();

	private Schemas() {
	}

	private static Schema realtimeSession() {
		return Schema.object()
			.with("type", Schema.choice("realtime", "transcription").required())
			.with("model", Schema.string())
			.with("output_modalities", modalities())
			.with("instructions", Schema.string())
			.with("audio",
					Schema.object()
						.with("input", audioInput())
						.with("output", audioOutput().with("speed", Schema.number(0.25, 1.5))))
			.with("include", include())
			.with("tracing", Schema.stringOrObject().orNull())
			.with("tools", tools())
			.with("tool_choice", Schema.stringOrObject())
			.with("parallel_tool_calls", Schema.bool())
			.with("reasoning", Schema.openObject().orNull())
			.with("max_output_tokens", maxOutputTokens())
			.with("truncation", Schema.stringOrObject())
			.with("prompt", Schema.openObject().orNull());
	}

	private static Schema response() {
		return Schema.object()
			.with("output_modalities", modalities())
			.with("instructions", Schema.string())
			.with("audio", Schema.object().with("output", audioOutput()))
			.with("tools", tools())
			.with("tool_choice", Schema.stringOrObject())
			.with("parallel_tool_calls", Schema.bool())
			.with("reasoning", Schema.openObject().orNull())
			.with("max_output_tokens", maxOutputTokens())
			.with("conversation", Schema.string().orNull())
			.with("metadata", Schema.openObject().orNull())
			.with("prompt", Schema.openObject().orNull())
			.with("input", Schema.array(Schema.openObject()).orNull());
	}

	private static ObjectSchema audioInput() {
		return Schema.object()
			.with("format", format())
			.with("transcription", transcription().orNull())
			.with("noise_reduction",
					Schema.object().with("type", Schema.choice("near_field", "far_field").required()).orNull())
			.with("turn_detection", turnDetection().orNull());
	}

	private static Schema transcription() {
		return Schema.object()
			.with("model", Schema.string())
			.with("language", Schema.string().orNull())
			.with("languages", Schema.array(Schema.string()).orNull())
			.with("keywords", Schema.array(Schema.string()).orNull())
			.with("prompt", Schema.string().orNull())
			.with("delay", Schema.choice("minimal", "low", "medium", "high", "xhigh").orNull());
	}

	private static Schema turnDetection() {
		Schema server = Schema.object()
			.with("type", Schema.any())
			.with("threshold", Schema.number(0, 1).orNull())
			.with("prefix_padding_ms", Schema.integer(0, 5000).orNull())
			.with("silence_duration_ms", Schema.integer(0, 10000).orNull())
			.with("create_response", Schema.bool().orNull())
			.with("interrupt_response", Schema.bool().orNull())
			.with("idle_timeout_ms", Schema.integer(5000, 30000).orNull());
		Schema semantic = Schema.object()
			.with("type", Schema.any())
			.with("eagerness", Schema.choice("low", "medium", "high", "auto").orNull())
			.with("create_response", Schema.bool().orNull())
			.with("interrupt_response", Schema.bool().orNull());
		return byType(Schema.choice("server_vad", "semantic_vad"), "semantic_vad", semantic, server);
	}

	private static ObjectSchema audioOutput() {
		return Schema.object().with("format", format()).with("voice", Schema.stringOrObject());
	}

	private static Schema format() {
		Schema pcm = Schema.object()
			.with("type", Schema.any())
			.with("rate", Schema.integer(PCM_RATE, PCM_RATE).required());
		Schema companded = Schema.object().with("type", Schema.any()).with("rate", Schema.any());
		return byType(Schema.choice("audio/pcm", "audio/pcmu", "audio/pcma"), "audio/pcm", pcm, companded);
	}

	private static Schema tools() {
		Schema function = Schema.object()
			.with("type", Schema.any())
			.with("name", Schema.string().required())
			.with("description", Schema.string().orNull())
			.with("parameters", Schema.openObject().orNull())
			.with("strict", Schema.bool().orNull());
		return Schema.array(byType(Schema.choice("function", "mcp"), "function", function, Schema.any()));
	}

	private static Schema modalities() {
		return Schema.array(Schema.choice("text", "audio"));
	}

	private static Schema maxOutputTokens() {
		return Schema.integerOrInf(1, MAX_OUTPUT_TOKENS);
	}

	private static Schema include() {
		return Schema.array(Schema.choice("item.input_audio_transcription.logprobs")).orNull();
	}

	private static Schema byType(Schema types, String first, Schema whenFirst, Schema otherwise) {
		types.required();
		return new Schema() {
			@Override
			void checkValue(String path, JsonNode value) {
				if (!value.isObject()) {
					throw ProtocolErrors.wrongType(path, "an object", value);
				}
				types.check(path + ".type", value.get("type"));
				((first.equals(value.path("type").stringValue())) ? whenFirst : otherwise).checkValue(path, value);
			}
		};
	}

}
