package io.realtime4j.live.model.delegation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Settings of the model of the Responses API that does the work. In an update, an absent
 * member keeps its value.
 *
 * @param model the name of the model, or {@code null} if absent
 * @param instructions the instructions of the model, or {@code null} if absent
 * @param tools the tools that the model may call, or {@code null} if absent
 * @param toolChoice how the model chooses among the tools, or {@code null} if absent
 * @param parallelToolCalls whether the model may call several tools at once, or
 * {@code null} if absent
 * @param reasoning how the model thinks, or {@code null} if absent
 * @param maxOutputTokens the most tokens of one response, or {@code null} if absent
 * @param serviceTier how urgent the work is to the service, or {@code null} if absent
 * @param text settings of the text that the model writes, or {@code null} if absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record ResponsesSettings(@Nullable String model, @Nullable String instructions, @Nullable List<LiveTool> tools,
		@Nullable LiveToolChoice toolChoice, @Nullable Boolean parallelToolCalls, @Nullable LiveReasoning reasoning,
		@Nullable Long maxOutputTokens, @Nullable ServiceTier serviceTier, @Nullable ResponseText text,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) {

	/**
	 * Create a new {@link ResponsesSettings} instance.
	 */
	public ResponsesSettings {
		tools = Copies.nullableList(tools);
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
		builder.model = this.model;
		builder.instructions = this.instructions;
		builder.tools = this.tools;
		builder.toolChoice = this.toolChoice;
		builder.parallelToolCalls = this.parallelToolCalls;
		builder.reasoning = this.reasoning;
		builder.maxOutputTokens = this.maxOutputTokens;
		builder.serviceTier = this.serviceTier;
		builder.text = this.text;
		builder.extra.putAll(this.extra);
		return builder;
	}

	/**
	 * Builder of {@link ResponsesSettings}. A member that is not set is not sent.
	 */
	public static final class Builder {

		private @Nullable String model;

		private @Nullable String instructions;

		private @Nullable List<LiveTool> tools;

		private @Nullable LiveToolChoice toolChoice;

		private @Nullable Boolean parallelToolCalls;

		private @Nullable LiveReasoning reasoning;

		private @Nullable Long maxOutputTokens;

		private @Nullable ServiceTier serviceTier;

		private @Nullable ResponseText text;

		private final Map<String, JsonNode> extra = new LinkedHashMap<>();

		private Builder() {
		}

		/**
		 * Set the member {@code model}.
		 * @param model the name of the model
		 * @return this builder
		 */
		public Builder model(String model) {
			this.model = model;
			return this;
		}

		/**
		 * Set the member {@code instructions}.
		 * @param instructions the instructions of the model
		 * @return this builder
		 */
		public Builder instructions(String instructions) {
			this.instructions = instructions;
			return this;
		}

		/**
		 * Set the member {@code tools}.
		 * @param tools the tools that the model may call
		 * @return this builder
		 */
		public Builder tools(List<LiveTool> tools) {
			this.tools = tools;
			return this;
		}

		/**
		 * Set the member {@code tool_choice}.
		 * @param toolChoice how the model chooses among the tools
		 * @return this builder
		 */
		public Builder toolChoice(LiveToolChoice toolChoice) {
			this.toolChoice = toolChoice;
			return this;
		}

		/**
		 * Set the member {@code parallel_tool_calls}.
		 * @param parallelToolCalls whether the model may call several tools at once
		 * @return this builder
		 */
		public Builder parallelToolCalls(Boolean parallelToolCalls) {
			this.parallelToolCalls = parallelToolCalls;
			return this;
		}

		/**
		 * Set the member {@code reasoning}.
		 * @param reasoning how the model thinks
		 * @return this builder
		 */
		public Builder reasoning(LiveReasoning reasoning) {
			this.reasoning = reasoning;
			return this;
		}

		/**
		 * Set the member {@code max_output_tokens}.
		 * @param maxOutputTokens the most tokens of one response
		 * @return this builder
		 */
		public Builder maxOutputTokens(Long maxOutputTokens) {
			this.maxOutputTokens = maxOutputTokens;
			return this;
		}

		/**
		 * Set the member {@code service_tier}.
		 * @param serviceTier how urgent the work is to the service
		 * @return this builder
		 */
		public Builder serviceTier(ServiceTier serviceTier) {
			this.serviceTier = serviceTier;
			return this;
		}

		/**
		 * Set the member {@code text}.
		 * @param text settings of the text that the model writes
		 * @return this builder
		 */
		public Builder text(ResponseText text) {
			this.text = text;
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
		public ResponsesSettings build() {
			return new ResponsesSettings(this.model, this.instructions, this.tools, this.toolChoice,
					this.parallelToolCalls, this.reasoning, this.maxOutputTokens, this.serviceTier, this.text,
					this.extra);
		}

	}

}
