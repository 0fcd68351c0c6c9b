package io.realtime4j.model.response;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.model.MaxOutputTokens;
import io.realtime4j.model.Modality;
import io.realtime4j.model.item.Item;
import io.realtime4j.model.prompt.Prompt;
import io.realtime4j.model.session.Reasoning;
import io.realtime4j.model.tool.Tool;
import io.realtime4j.model.tool.ToolChoice;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Settings of one response, in {@code response.create}; absent members keep the values of
 * the session.
 *
 * @param outputModalities the modalities of the response, or {@code null} if absent
 * @param instructions instructions for this response alone, or {@code null} if absent
 * @param audio the audio settings of the response, or {@code null} if absent
 * @param tools the tools that the model may call, or {@code null} if absent
 * @param toolChoice how the model chooses among the tools, or {@code null} if absent
 * @param parallelToolCalls whether several calls at once are allowed, or {@code null} if
 * absent
 * @param reasoning how much the model reasons, or {@code null} if absent
 * @param maxOutputTokens the most tokens, or {@code null} if absent
 * @param maxResponseOutputTokens the most tokens, by an older name of beta, or
 * {@code null} if absent
 * @param conversation which conversation it belongs to, or {@code null} if absent
 * @param metadata metadata of the response, at most 16 pairs, or {@code null} if absent
 * @param prompt a stored prompt, or {@code null} if absent
 * @param input the items to answer instead of the conversation, or {@code null} if absent
 * @param temperature the sampling temperature, or {@code null} if absent; beta only
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record ResponseSettings(@Nullable List<Modality> outputModalities, @Nullable String instructions,
		@Nullable ResponseAudio audio, @Nullable List<Tool> tools, @Nullable ToolChoice toolChoice,
		@Nullable Boolean parallelToolCalls, @Nullable Reasoning reasoning, @Nullable MaxOutputTokens maxOutputTokens,
		@Nullable MaxOutputTokens maxResponseOutputTokens, @Nullable ResponseConversation conversation,
		@Nullable Map<String, String> metadata, @Nullable Prompt prompt, @Nullable List<Item> input,
		@Nullable Double temperature, @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) {

	/**
	 * Create a new {@link ResponseSettings} instance.
	 */
	public ResponseSettings {
		outputModalities = Copies.nullableList(outputModalities);
		tools = Copies.nullableList(tools);
		metadata = Copies.nullableMap(metadata);
		input = Copies.nullableList(input);
		extra = Copies.extra(extra);
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
		builder.outputModalities = this.outputModalities;
		builder.instructions = this.instructions;
		builder.audio = this.audio;
		builder.tools = this.tools;
		builder.toolChoice = this.toolChoice;
		builder.parallelToolCalls = this.parallelToolCalls;
		builder.reasoning = this.reasoning;
		builder.maxOutputTokens = this.maxOutputTokens;
		builder.maxResponseOutputTokens = this.maxResponseOutputTokens;
		builder.conversation = this.conversation;
		builder.metadata = this.metadata;
		builder.prompt = this.prompt;
		builder.input = this.input;
		builder.temperature = this.temperature;
		builder.extra.putAll(this.extra);
		return builder;
	}

	/**
	 * Builder of {@link ResponseSettings}. A member that is not set is not sent.
	 */
	public static final class Builder {

		private @Nullable List<Modality> outputModalities;

		private @Nullable String instructions;

		private @Nullable ResponseAudio audio;

		private @Nullable List<Tool> tools;

		private @Nullable ToolChoice toolChoice;

		private @Nullable Boolean parallelToolCalls;

		private @Nullable Reasoning reasoning;

		private @Nullable MaxOutputTokens maxOutputTokens;

		private @Nullable MaxOutputTokens maxResponseOutputTokens;

		private @Nullable ResponseConversation conversation;

		private @Nullable Map<String, String> metadata;

		private @Nullable Prompt prompt;

		private @Nullable List<Item> input;

		private @Nullable Double temperature;

		private final Map<String, JsonNode> extra = new LinkedHashMap<>();

		private Builder() {
		}

		/**
		 * Set the member {@code output_modalities}.
		 * @param outputModalities the modalities of the response
		 * @return this builder
		 */
		public Builder outputModalities(List<? extends Modality> outputModalities) {
			this.outputModalities = List.copyOf(outputModalities);
			return this;
		}

		/**
		 * Set the member {@code instructions}.
		 * @param instructions instructions for this response alone
		 * @return this builder
		 */
		public Builder instructions(String instructions) {
			this.instructions = instructions;
			return this;
		}

		/**
		 * Set the member {@code instructions} so that the model speaks fixed words. The
		 * protocol knows no way to have a text spoken as it is: the model is told to say
		 * nothing else, and mostly keeps to that.
		 * @param text the words
		 * @return this builder
		 */
		public Builder verbatim(String text) {
			return instructions("Say exactly the following text, word for word, and nothing else: " + text);
		}

		/**
		 * Set the member {@code audio}.
		 * @param audio the audio settings of the response
		 * @return this builder
		 */
		public Builder audio(ResponseAudio audio) {
			this.audio = audio;
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
		 * @param maxOutputTokens the most tokens
		 * @return this builder
		 */
		public Builder maxOutputTokens(MaxOutputTokens maxOutputTokens) {
			this.maxOutputTokens = maxOutputTokens;
			return this;
		}

		/**
		 * Set the member {@code max_response_output_tokens}.
		 * @param maxResponseOutputTokens the most tokens, by an older name of beta
		 * @return this builder
		 */
		public Builder maxResponseOutputTokens(MaxOutputTokens maxResponseOutputTokens) {
			this.maxResponseOutputTokens = maxResponseOutputTokens;
			return this;
		}

		/**
		 * Set the member {@code conversation}.
		 * @param conversation which conversation it belongs to
		 * @return this builder
		 */
		public Builder conversation(ResponseConversation conversation) {
			this.conversation = conversation;
			return this;
		}

		/**
		 * Set the member {@code metadata}.
		 * @param metadata metadata of the response, at most 16 pairs
		 * @return this builder
		 */
		public Builder metadata(Map<String, String> metadata) {
			this.metadata = metadata;
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
		 * Set the member {@code input}.
		 * @param input the items to answer instead of the conversation
		 * @return this builder
		 */
		public Builder input(List<? extends Item> input) {
			this.input = List.copyOf(input);
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
		public ResponseSettings build() {
			return new ResponseSettings(this.outputModalities, this.instructions, this.audio, this.tools,
					this.toolChoice, this.parallelToolCalls, this.reasoning, this.maxOutputTokens,
					this.maxResponseOutputTokens, this.conversation, this.metadata, this.prompt, this.input,
					this.temperature, this.extra);
		}

	}

}
