package io.realtime4j.spring.boot.autoconfigure.session;

import java.time.Duration;

import io.realtime4j.guardrail.FailurePolicy;
import org.jspecify.annotations.Nullable;

/**
 * Properties for guardrail beans.
 *
 * @since 0.1.0
 */
public class GuardrailProperties {

	/**
	 * Number of new characters after which a response is checked again. It is always
	 * checked when it is done.
	 */
	private int everyCharacters = 100;

	/**
	 * Maximum time for a verdict.
	 */
	private Duration timeout = Duration.ofSeconds(5);

	/**
	 * Policy for a response when a guardrail gives no verdict: it continues (open) or is
	 * cut off (closed).
	 */
	private FailurePolicy failurePolicy = FailurePolicy.OPEN;

	private final Reply reply = new Reply();

	public int getEveryCharacters() {
		return this.everyCharacters;
	}

	public void setEveryCharacters(int everyCharacters) {
		this.everyCharacters = everyCharacters;
	}

	public Duration getTimeout() {
		return this.timeout;
	}

	public void setTimeout(Duration timeout) {
		this.timeout = timeout;
	}

	public FailurePolicy getFailurePolicy() {
		return this.failurePolicy;
	}

	public void setFailurePolicy(FailurePolicy failurePolicy) {
		this.failurePolicy = failurePolicy;
	}

	public Reply getReply() {
		return this.reply;
	}

	/**
	 * Properties for the reply in place of a response that was cut off.
	 */
	public static class Reply {

		/**
		 * Whether the model gives a safe reply.
		 */
		private boolean enabled = true;

		/**
		 * Instructions for the reply, which replace those of the session. By default,
		 * without a text, a short apology.
		 */
		private @Nullable String instructions;

		/**
		 * Text of the reply, which the model is asked to speak word for word.
		 */
		private @Nullable String text;

		public boolean isEnabled() {
			return this.enabled;
		}

		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

		public @Nullable String getInstructions() {
			return this.instructions;
		}

		public void setInstructions(@Nullable String instructions) {
			this.instructions = instructions;
		}

		public @Nullable String getText() {
			return this.text;
		}

		public void setText(@Nullable String text) {
			this.text = text;
		}

	}

}
