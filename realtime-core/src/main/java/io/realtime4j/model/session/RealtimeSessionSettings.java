package io.realtime4j.model.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.model.MaxOutputTokens;
import io.realtime4j.model.Modality;
import io.realtime4j.model.Toggle;
import io.realtime4j.model.prompt.Prompt;
import io.realtime4j.model.tool.Tool;
import io.realtime4j.model.tool.ToolChoice;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Settings of a session in which the model responds, {@code realtime}. In an update, an
 * absent member keeps its value.
 *
 * @param id the id of the session, or {@code null} in what a client sends
 * @param object {@code realtime.session}, or {@code null} in what a client sends
 * @param expiresAt end of the session in seconds since 1970, or {@code null} if absent
 * @param model the model, or {@code null} if absent; fixed once the session is open
 * @param outputModalities the modalities of responses, or {@code null} if absent
 * @param instructions the instructions for the model, or {@code null} if absent
 * @param audio the audio settings, or {@code null} if absent
 * @param include additional members for the server to send, or {@code null} if absent
 * @param tracing tracing by the service, off, or {@code null} if absent
 * @param tools the tools that the model may call, or {@code null} if absent
 * @param toolChoice how the model chooses among the tools, or {@code null} if absent
 * @param parallelToolCalls whether several calls at once are allowed, or {@code null} if
 * absent
 * @param reasoning how much the model reasons, or {@code null} if absent
 * @param maxOutputTokens the most tokens of one response (beta:
 * {@code max_response_output_tokens}), or {@code null} if absent
 * @param truncation what happens when the conversation outgrows the model, or
 * {@code null} if absent
 * @param prompt a stored prompt, or {@code null} if absent
 * @param temperature the sampling temperature, or {@code null} if absent; beta only
 * @param clientSecret an ephemeral key, or {@code null} if absent; beta only
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record RealtimeSessionSettings(@Nullable String id, @Nullable String object, @Nullable Long expiresAt,
		@Nullable RealtimeModel model, @Nullable List<Modality> outputModalities, @Nullable String instructions,
		@Nullable SessionAudio audio, @Nullable List<Include> include, @Nullable Toggle<Tracing> tracing,
		@Nullable List<Tool> tools, @Nullable ToolChoice toolChoice, @Nullable Boolean parallelToolCalls,
		@Nullable Reasoning reasoning, @Nullable MaxOutputTokens maxOutputTokens, @Nullable Truncation truncation,
		@Nullable Prompt prompt, @Nullable Double temperature, @Nullable ClientSecret clientSecret,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements SessionSettings {

	/**
	 * Create a new {@link RealtimeSessionSettings} instance.
	 */
	public RealtimeSessionSettings {
		outputModalities = Copies.nullableList(outputModalities);
		include = Copies.nullableList(include);
		tools = Copies.nullableList(tools);
		extra = Copies.extra(extra);
	}

	@Override
	public String type() {
		return "realtime";
	}

	/**
	 * Return a builder with no member set.
	 * @return a new builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Return a builder that starts from these members.
	 * @return a new builder
	 */
	public Builder toBuilder() {
		Builder builder = new Builder();
		builder.id = this.id;
		builder.object = this.object;
		builder.expiresAt = this.expiresAt;
		builder.model = this.model;
		builder.outputModalities = this.outputModalities;
		builder.instructions = this.instructions;
		builder.audio = this.audio;
		builder.include = this.include;
		builder.tracing = this.tracing;
		builder.tools = this.tools;
		builder.toolChoice = this.toolChoice;
		builder.parallelToolCalls = this.parallelToolCalls;
		builder.reasoning = this.reasoning;
		builder.maxOutputTokens = this.maxOutputTokens;
		builder.truncation = this.truncation;
		builder.prompt = this.prompt;
		builder.temperature = this.temperature;
		builder.clientSecret = this.clientSecret;
		builder.extra.putAll(this.extra);
		return builder;
	}

	@Override
	public RealtimeSessionSettings asUpdate() {
		Builder builder = toBuilder();
		builder.id = null;
		builder.object = null;
		builder.expiresAt = null;
		builder.model = null;
		builder.clientSecret = null;
		return builder.build();
	}

	/**
	 * Builder of {@link RealtimeSessionSettings}. A member that is not set is not sent.
	 * What is set so far is read from {@link #build()}.
	 */
	public static final class Builder {

		private @Nullable String id;

		private @Nullable String object;

		private @Nullable Long expiresAt;

		private @Nullable RealtimeModel model;

		private @Nullable List<Modality> outputModalities;

		private @Nullable String instructions;

		private @Nullable SessionAudio audio;

		private @Nullable List<Include> include;

		private @Nullable Toggle<Tracing> tracing;

		private @Nullable List<Tool> tools;

		private @Nullable ToolChoice toolChoice;

		private @Nullable Boolean parallelToolCalls;

		private @Nullable Reasoning reasoning;

		private @Nullable MaxOutputTokens maxOutputTokens;

		private @Nullable Truncation truncation;

		private @Nullable Prompt prompt;

		private @Nullable Double temperature;

		private @Nullable ClientSecret clientSecret;

		private final Map<String, JsonNode> extra = new LinkedHashMap<>();

		private Builder() {
		}

		/**
		 * Set the member {@code id}.
		 * @param id the id of the session, which the server assigns
		 * @return this builder
		 */
		public Builder id(String id) {
			this.id = id;
			return this;
		}

		/**
		 * Set the member {@code object}.
		 * @param object {@code realtime.session}, which the server sends
		 * @return this builder
		 */
		public Builder object(String object) {
			this.object = object;
			return this;
		}

		/**
		 * Set the member {@code expires_at}.
		 * @param expiresAt when the session ends, in seconds since 1970 (UTC)
		 * @return this builder
		 */
		public Builder expiresAt(Long expiresAt) {
			this.expiresAt = expiresAt;
			return this;
		}

		/**
		 * Set the member {@code model}.
		 * @param model the model; fixed once the session is open
		 * @return this builder
		 */
		public Builder model(RealtimeModel model) {
			this.model = model;
			return this;
		}

		/**
		 * Set the member {@code output_modalities}.
		 * @param outputModalities the modalities of responses
		 * @return this builder
		 */
		public Builder outputModalities(List<? extends Modality> outputModalities) {
			this.outputModalities = List.copyOf(outputModalities);
			return this;
		}

		/**
		 * Set the member {@code instructions}.
		 * @param instructions the instructions for the model
		 * @return this builder
		 */
		public Builder instructions(String instructions) {
			this.instructions = instructions;
			return this;
		}

		/**
		 * Set the member {@code audio}.
		 * @param audio the audio settings, or {@code null} to leave it out
		 * @return this builder
		 */
		public Builder audio(@Nullable SessionAudio audio) {
			this.audio = audio;
			return this;
		}

		/**
		 * Change settings of the input audio, and keep the others.
		 * @param change changes them
		 * @return this builder
		 */
		public Builder audioInput(Consumer<AudioInput.Builder> change) {
			this.audio = SessionAudio.withInput(this.audio, change);
			return this;
		}

		/**
		 * Change settings of the output audio, such as the voice, and keep the others.
		 * @param change changes them
		 * @return this builder
		 */
		public Builder audioOutput(Consumer<AudioOutput.Builder> change) {
			this.audio = SessionAudio.withOutput(this.audio, change);
			return this;
		}

		/**
		 * Set the member {@code include}.
		 * @param include additional members for the server to send
		 * @return this builder
		 */
		public Builder include(List<? extends Include> include) {
			this.include = List.copyOf(include);
			return this;
		}

		/**
		 * Set the member {@code tracing}.
		 * @param tracing tracing by the service
		 * @return this builder
		 */
		public Builder tracing(Tracing tracing) {
			this.tracing = Toggle.on(tracing);
			return this;
		}

		/**
		 * Turn the setting off: send {@code tracing} as {@code null}.
		 * @return this builder
		 */
		public Builder tracingOff() {
			this.tracing = Toggle.off();
			return this;
		}

		/**
		 * Set the member {@code tools}.
		 * @param tools the tools that the model may call
		 * @return this builder
		 */
		public Builder tools(List<? extends Tool> tools) {
			this.tools = List.copyOf(tools);
			return this;
		}

		/**
		 * Set the member {@code tool_choice}.
		 * @param toolChoice how the model chooses among the tools
		 * @return this builder
		 */
		public Builder toolChoice(ToolChoice toolChoice) {
			this.toolChoice = toolChoice;
			return this;
		}

		/**
		 * Set the member {@code parallel_tool_calls}.
		 * @param parallelToolCalls whether several calls at once are allowed
		 * @return this builder
		 */
		public Builder parallelToolCalls(Boolean parallelToolCalls) {
			this.parallelToolCalls = parallelToolCalls;
			return this;
		}

		/**
		 * Set the member {@code reasoning}.
		 * @param reasoning how much the model reasons
		 * @return this builder
		 */
		public Builder reasoning(Reasoning reasoning) {
			this.reasoning = reasoning;
			return this;
		}

		/**
		 * Set the member {@code max_output_tokens}.
		 * @param maxOutputTokens the most tokens of one response (beta:
		 * {@code max_response_output_tokens})
		 * @return this builder
		 */
		public Builder maxOutputTokens(MaxOutputTokens maxOutputTokens) {
			this.maxOutputTokens = maxOutputTokens;
			return this;
		}

		/**
		 * Set the member {@code truncation}.
		 * @param truncation what happens when the conversation outgrows the model
		 * @return this builder
		 */
		public Builder truncation(Truncation truncation) {
			this.truncation = truncation;
			return this;
		}

		/**
		 * Set the member {@code prompt}.
		 * @param prompt a stored prompt
		 * @return this builder
		 */
		public Builder prompt(Prompt prompt) {
			this.prompt = prompt;
			return this;
		}

		/**
		 * Set the member {@code temperature}.
		 * @param temperature the sampling temperature; beta only
		 * @return this builder
		 */
		public Builder temperature(Double temperature) {
			this.temperature = temperature;
			return this;
		}

		/**
		 * Set the member {@code client_secret}.
		 * @param clientSecret an ephemeral key; beta only
		 * @return this builder
		 */
		public Builder clientSecret(ClientSecret clientSecret) {
			this.clientSecret = clientSecret;
			return this;
		}

		/**
		 * Add a member that this library does not know; it is sent as it is.
		 * @param name the name on the wire
		 * @param value the value
		 * @return this builder
		 */
		public Builder extra(String name, JsonNode value) {
			this.extra.put(name, value);
			return this;
		}

		/**
		 * Build the value.
		 * @return the value
		 */
		public RealtimeSessionSettings build() {
			return new RealtimeSessionSettings(this.id, this.object, this.expiresAt, this.model, this.outputModalities,
					this.instructions, this.audio, this.include, this.tracing, this.tools, this.toolChoice,
					this.parallelToolCalls, this.reasoning, this.maxOutputTokens, this.truncation, this.prompt,
					this.temperature, this.clientSecret, this.extra);
		}

	}

}
