package io.realtime4j.spring.boot.autoconfigure.live;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Properties for the work that the model of a live session delegates.
 *
 * @since 0.1.0
 */
public class LiveDelegationProperties {

	/**
	 * Who does the work. By default a model of the Responses API if one is named, and the
	 * application otherwise.
	 */
	private @Nullable Type type;

	/**
	 * How long the model waits before it says of its own accord that it is at work.
	 */
	private @Nullable Duration acknowledgementDelay;

	private final Handler handler = new Handler();

	private final Responses responses = new Responses();

	public @Nullable Type getType() {
		return this.type;
	}

	public void setType(@Nullable Type type) {
		this.type = type;
	}

	public @Nullable Duration getAcknowledgementDelay() {
		return this.acknowledgementDelay;
	}

	public void setAcknowledgementDelay(@Nullable Duration acknowledgementDelay) {
		this.acknowledgementDelay = acknowledgementDelay;
	}

	public Handler getHandler() {
		return this.handler;
	}

	public Responses getResponses() {
		return this.responses;
	}

	/**
	 * Who does the work.
	 */
	public enum Type {

		/**
		 * The application.
		 */
		CLIENT,

		/**
		 * A model of the Responses API.
		 */
		RESPONSES,

		/**
		 * Nobody.
		 */
		NONE

	}

	/**
	 * Work that the application does.
	 */
	public static class Handler {

		/**
		 * Whether delegated work is given to the DelegationHandler bean, and refused
		 * where there is none. When false, the application answers it itself.
		 */
		private boolean enabled = true;

		/**
		 * Maximum time for a delegation, after which the model is told.
		 */
		private Duration timeout = Duration.ofMinutes(2);

		/**
		 * How long to wait for words that are transcribed after the work was delegated.
		 * Each word renews the wait, up to two seconds in all.
		 */
		private Duration settleTime = Duration.ofMillis(400);

		/**
		 * Largest number of delegations of one session at a time. Those beyond it are
		 * refused.
		 */
		private int maxRunning = 8;

		public boolean isEnabled() {
			return this.enabled;
		}

		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

		public Duration getTimeout() {
			return this.timeout;
		}

		public void setTimeout(Duration timeout) {
			this.timeout = timeout;
		}

		public Duration getSettleTime() {
			return this.settleTime;
		}

		public void setSettleTime(Duration settleTime) {
			this.settleTime = settleTime;
		}

		public int getMaxRunning() {
			return this.maxRunning;
		}

		public void setMaxRunning(int maxRunning) {
			this.maxRunning = maxRunning;
		}

	}

	/**
	 * Work that a model of the Responses API does.
	 */
	public static class Responses {

		/**
		 * Model that does the work, and that may call the tools of the application.
		 */
		private @Nullable String model;

		/**
		 * Instructions for the model that does the work.
		 */
		private @Nullable String instructions;

		/**
		 * How much the model thinks: none, minimal, low, medium, high or xhigh.
		 */
		private @Nullable String reasoningEffort;

		/**
		 * How long the answers of the model are: low, medium or high.
		 */
		private @Nullable String verbosity;

		/**
		 * Maximum number of tokens of one response.
		 */
		private @Nullable Long maxOutputTokens;

		/**
		 * Whether the model may call several tools at once.
		 */
		private @Nullable Boolean parallelToolCalls;

		/**
		 * How urgent the work is to the service, such as default, flex or priority.
		 */
		private @Nullable String serviceTier;

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

		public @Nullable String getReasoningEffort() {
			return this.reasoningEffort;
		}

		public void setReasoningEffort(@Nullable String reasoningEffort) {
			this.reasoningEffort = reasoningEffort;
		}

		public @Nullable String getVerbosity() {
			return this.verbosity;
		}

		public void setVerbosity(@Nullable String verbosity) {
			this.verbosity = verbosity;
		}

		public @Nullable Long getMaxOutputTokens() {
			return this.maxOutputTokens;
		}

		public void setMaxOutputTokens(@Nullable Long maxOutputTokens) {
			this.maxOutputTokens = maxOutputTokens;
		}

		public @Nullable Boolean getParallelToolCalls() {
			return this.parallelToolCalls;
		}

		public void setParallelToolCalls(@Nullable Boolean parallelToolCalls) {
			this.parallelToolCalls = parallelToolCalls;
		}

		public @Nullable String getServiceTier() {
			return this.serviceTier;
		}

		public void setServiceTier(@Nullable String serviceTier) {
			this.serviceTier = serviceTier;
		}

	}

}
