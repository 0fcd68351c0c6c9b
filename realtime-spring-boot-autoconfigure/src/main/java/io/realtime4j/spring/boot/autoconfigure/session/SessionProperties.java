package io.realtime4j.spring.boot.autoconfigure.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.core.io.Resource;

/**
 * Properties for the session of the application.
 *
 * @since 0.1.0
 */
public class SessionProperties {

	/**
	 * Type of the session.
	 */
	private Type type = Type.REALTIME;

	/**
	 * Whether to open the session when the application has started. Otherwise it is
	 * opened when it is first used. By default it is opened, unless the bridge or
	 * webhooks are enabled.
	 */
	private @Nullable Boolean autoOpen;

	/**
	 * Whether to wait for the session when the application starts, and to fail the start
	 * if it cannot be opened.
	 */
	private boolean failFast;

	/**
	 * Model of the session, or with Azure the name of its deployment.
	 */
	private @Nullable String model;

	/**
	 * Instructions for the model.
	 */
	private @Nullable String instructions;

	/**
	 * Location of a text in UTF-8 with the instructions for the model.
	 */
	private @Nullable Resource instructionsLocation;

	/**
	 * Comma-separated list of the modalities of responses: audio or text.
	 */
	private @Nullable List<String> outputModalities;

	/**
	 * Comma-separated list of additional members that the server should send.
	 */
	private @Nullable List<String> include;

	/**
	 * Choice among the tools: auto, none, required, or the name of the function that the
	 * model must call.
	 */
	private @Nullable String toolChoice;

	/**
	 * Whether the model may call several tools at once.
	 */
	private @Nullable Boolean parallelToolCalls;

	/**
	 * Maximum number of tokens of a response, or inf.
	 */
	private @Nullable String maxOutputTokens;

	/**
	 * Sampling temperature, 0.6 to 1.2. Only for the beta dialect.
	 */
	private @Nullable Double temperature;

	private final Audio audio = new Audio();

	private final Reasoning reasoning = new Reasoning();

	@NestedConfigurationProperty
	private final TracingProperties tracing = new TracingProperties();

	@NestedConfigurationProperty
	private final TruncationProperties truncation = new TruncationProperties();

	private final Prompt prompt = new Prompt();

	@NestedConfigurationProperty
	private final GreetingProperties greeting = new GreetingProperties();

	@NestedConfigurationProperty
	private final ToolProperties tools = new ToolProperties();

	@NestedConfigurationProperty
	private final HistoryProperties history = new HistoryProperties();

	@NestedConfigurationProperty
	private final BudgetProperties budget = new BudgetProperties();

	@NestedConfigurationProperty
	private final GuardrailProperties guardrail = new GuardrailProperties();

	public Type getType() {
		return this.type;
	}

	public void setType(Type type) {
		this.type = type;
	}

	public @Nullable Boolean getAutoOpen() {
		return this.autoOpen;
	}

	public void setAutoOpen(@Nullable Boolean autoOpen) {
		this.autoOpen = autoOpen;
	}

	public boolean isFailFast() {
		return this.failFast;
	}

	public void setFailFast(boolean failFast) {
		this.failFast = failFast;
	}

	public @Nullable String getModel() {
		return this.model;
	}

	public void setModel(@Nullable String model) {
		this.model = model;
	}

	public @Nullable String getInstructions() {
		return this.instructions;
	}

	public void setInstructions(@Nullable String instructions) {
		this.instructions = instructions;
	}

	public @Nullable Resource getInstructionsLocation() {
		return this.instructionsLocation;
	}

	public void setInstructionsLocation(@Nullable Resource instructionsLocation) {
		this.instructionsLocation = instructionsLocation;
	}

	public @Nullable List<String> getOutputModalities() {
		return this.outputModalities;
	}

	public void setOutputModalities(@Nullable List<String> outputModalities) {
		this.outputModalities = outputModalities;
	}

	public @Nullable List<String> getInclude() {
		return this.include;
	}

	public void setInclude(@Nullable List<String> include) {
		this.include = include;
	}

	public @Nullable String getToolChoice() {
		return this.toolChoice;
	}

	public void setToolChoice(@Nullable String toolChoice) {
		this.toolChoice = toolChoice;
	}

	public @Nullable Boolean getParallelToolCalls() {
		return this.parallelToolCalls;
	}

	public void setParallelToolCalls(@Nullable Boolean parallelToolCalls) {
		this.parallelToolCalls = parallelToolCalls;
	}

	public @Nullable String getMaxOutputTokens() {
		return this.maxOutputTokens;
	}

	public void setMaxOutputTokens(@Nullable String maxOutputTokens) {
		this.maxOutputTokens = maxOutputTokens;
	}

	public @Nullable Double getTemperature() {
		return this.temperature;
	}

	public void setTemperature(@Nullable Double temperature) {
		this.temperature = temperature;
	}

	public Audio getAudio() {
		return this.audio;
	}

	public Reasoning getReasoning() {
		return this.reasoning;
	}

	public TracingProperties getTracing() {
		return this.tracing;
	}

	public TruncationProperties getTruncation() {
		return this.truncation;
	}

	public Prompt getPrompt() {
		return this.prompt;
	}

	public GreetingProperties getGreeting() {
		return this.greeting;
	}

	public ToolProperties getTools() {
		return this.tools;
	}

	public HistoryProperties getHistory() {
		return this.history;
	}

	public BudgetProperties getBudget() {
		return this.budget;
	}

	public GuardrailProperties getGuardrail() {
		return this.guardrail;
	}

	/**
	 * The audio of the session.
	 */
	public static class Audio {

		@NestedConfigurationProperty
		private final AudioInputProperties input = new AudioInputProperties();

		@NestedConfigurationProperty
		private final AudioOutputProperties output = new AudioOutputProperties();

		public AudioInputProperties getInput() {
			return this.input;
		}

		public AudioOutputProperties getOutput() {
			return this.output;
		}

	}

	/**
	 * How the model reasons.
	 */
	public static class Reasoning {

		/**
		 * Effort of the model's reasoning.
		 */
		private @Nullable String effort;

		public @Nullable String getEffort() {
			return this.effort;
		}

		public void setEffort(@Nullable String effort) {
			this.effort = effort;
		}

	}

	/**
	 * A prompt that is stored with the service.
	 */
	public static class Prompt {

		/**
		 * Id of the prompt.
		 */
		private @Nullable String id;

		/**
		 * Version of the prompt.
		 */
		private @Nullable String version;

		/**
		 * Values of the variables of the prompt.
		 */
		private Map<String, String> variables = new LinkedHashMap<>();

		public @Nullable String getId() {
			return this.id;
		}

		public void setId(@Nullable String id) {
			this.id = id;
		}

		public @Nullable String getVersion() {
			return this.version;
		}

		public void setVersion(@Nullable String version) {
			this.version = version;
		}

		public Map<String, String> getVariables() {
			return this.variables;
		}

		public void setVariables(Map<String, String> variables) {
			this.variables = variables;
		}

	}

	/**
	 * Kinds of sessions.
	 */
	public enum Type {

		/**
		 * A conversation with a model.
		 */
		REALTIME,

		/**
		 * Transcription of audio, without a model that answers.
		 */
		TRANSCRIPTION

	}

}
