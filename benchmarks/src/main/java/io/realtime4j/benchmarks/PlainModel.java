package io.realtime4j.benchmarks;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The values inside a {@link PlainEvent}: the components of this project's records, those
 * for unknown members included. What may be of several JSON types is a tree.
 */
interface PlainModel {

	/**
	 * Settings of a session.
	 */
	record Session(@Nullable String type, @Nullable String id, @Nullable String object, @Nullable Long expiresAt,
			@Nullable String model, @Nullable List<String> outputModalities, @Nullable String instructions,
			@Nullable SessionAudio audio, @Nullable List<String> include, @Nullable JsonNode tracing,
			@Nullable List<Tool> tools, @Nullable JsonNode toolChoice, @Nullable Boolean parallelToolCalls,
			@Nullable JsonNode reasoning, @Nullable JsonNode maxOutputTokens, @Nullable JsonNode truncation,
			@Nullable JsonNode prompt, @Nullable Double temperature, @JsonAnySetter Map<String, JsonNode> extra) {

	}

	/**
	 * Audio settings of a session.
	 */
	record SessionAudio(@Nullable AudioInput input, @Nullable AudioOutput output) {

	}

	/**
	 * Settings of the audio that goes in.
	 */
	record AudioInput(@Nullable AudioFormat format, @Nullable Transcription transcription,
			@Nullable JsonNode noiseReduction, @Nullable TurnDetection turnDetection,
			@JsonAnySetter Map<String, JsonNode> extra) {

	}

	/**
	 * Settings of the audio that comes out.
	 */
	record AudioOutput(@Nullable AudioFormat format, @Nullable JsonNode voice, @Nullable Double speed,
			@JsonAnySetter Map<String, JsonNode> extra) {

	}

	/**
	 * Settings of the transcription.
	 */
	record Transcription(@Nullable String model, @Nullable String language, @Nullable String prompt,
			@JsonAnySetter Map<String, JsonNode> extra) {

	}

	/**
	 * A format of audio.
	 */
	@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
	@JsonSubTypes(@Type(value = Pcm.class, name = "audio/pcm"))
	sealed interface AudioFormat {

	}

	/**
	 * 16-bit samples.
	 */
	record Pcm(@Nullable Long rate, @JsonAnySetter Map<String, JsonNode> extra) implements AudioFormat {

	}

	/**
	 * How the end of a turn is found.
	 */
	@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
	@JsonSubTypes(@Type(value = ServerVad.class, name = "server_vad"))
	sealed interface TurnDetection {

	}

	/**
	 * By silence.
	 */
	record ServerVad(@Nullable Double threshold, @Nullable Long prefixPaddingMs, @Nullable Long silenceDurationMs,
			@Nullable Boolean createResponse, @Nullable Boolean interruptResponse, @Nullable Long idleTimeoutMs,
			@JsonAnySetter Map<String, JsonNode> extra) implements TurnDetection {

	}

	/**
	 * A tool.
	 */
	@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
	@JsonSubTypes(@Type(value = FunctionTool.class, name = "function"))
	sealed interface Tool {

	}

	/**
	 * A function of the application.
	 */
	record FunctionTool(@Nullable String name, @Nullable String description, @Nullable JsonNode parameters,
			@JsonAnySetter Map<String, JsonNode> extra) implements Tool {

	}

	/**
	 * A response.
	 */
	record Response(@Nullable String id, @Nullable String object, @Nullable String status,
			@Nullable JsonNode statusDetails, @Nullable List<Item> output, @Nullable Map<String, String> metadata,
			@Nullable ResponseAudio audio, @Nullable Usage usage, @Nullable String conversationId,
			@Nullable List<String> outputModalities, @Nullable JsonNode maxOutputTokens, @Nullable Double temperature,
			@JsonAnySetter Map<String, JsonNode> extra) {

	}

	/**
	 * Audio settings of a response.
	 */
	record ResponseAudio(@Nullable AudioOutput output) {

	}

	/**
	 * An item.
	 */
	@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
	@JsonSubTypes({ @Type(value = Message.class, name = "message"),
			@Type(value = FunctionCall.class, name = "function_call") })
	sealed interface Item {

	}

	/**
	 * A message.
	 */
	record Message(@Nullable String id, @Nullable String object, @Nullable String status, @Nullable String role,
			@Nullable List<ContentPart> content, @JsonAnySetter Map<String, JsonNode> extra) implements Item {

	}

	/**
	 * A call of a function.
	 */
	record FunctionCall(@Nullable String id, @Nullable String object, @Nullable String status, @Nullable String callId,
			@Nullable String name, @Nullable String arguments,
			@JsonAnySetter Map<String, JsonNode> extra) implements Item {

	}

	/**
	 * A part of a message.
	 */
	@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
	@JsonSubTypes({ @Type(value = Speech.class, name = "audio"), @Type(value = Speech.class, name = "output_audio") })
	sealed interface ContentPart {

	}

	/**
	 * Something said.
	 */
	record Speech(@Nullable String audio, @Nullable String transcript,
			@JsonAnySetter Map<String, JsonNode> extra) implements ContentPart {

	}

	/**
	 * The tokens of a response.
	 */
	record Usage(@Nullable Long totalTokens, @Nullable Long inputTokens, @Nullable Long outputTokens,
			@Nullable InputTokens inputTokenDetails, @Nullable OutputTokens outputTokenDetails) {

	}

	/**
	 * The tokens that went in.
	 */
	record InputTokens(@Nullable Long cachedTokens, @Nullable Long textTokens, @Nullable Long imageTokens,
			@Nullable Long audioTokens, @Nullable CachedTokens cachedTokensDetails) {

	}

	/**
	 * The tokens that were there already.
	 */
	record CachedTokens(@Nullable Long textTokens, @Nullable Long audioTokens, @Nullable Long imageTokens) {

	}

	/**
	 * The tokens that came out.
	 */
	record OutputTokens(@Nullable Long textTokens, @Nullable Long audioTokens) {

	}

	/**
	 * A limit of the account.
	 */
	record RateLimit(@Nullable String name, @Nullable Long limit, @Nullable Long remaining,
			@Nullable Double resetSeconds) {

	}

}
