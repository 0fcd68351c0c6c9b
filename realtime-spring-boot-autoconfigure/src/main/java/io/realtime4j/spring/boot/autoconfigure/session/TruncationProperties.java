package io.realtime4j.spring.boot.autoconfigure.session;

import org.jspecify.annotations.Nullable;

/**
 * Properties for a conversation that exceeds the context of the model.
 *
 * @since 0.1.0
 */
public class TruncationProperties {

	/**
	 * Way to shorten the conversation.
	 */
	private @Nullable Type type;

	/**
	 * Share of the conversation that is kept, 0.0 to 1.0.
	 */
	private @Nullable Double retentionRatio;

	/**
	 * Maximum number of tokens of the conversation after the instructions, for a
	 * retention ratio.
	 */
	private @Nullable Long postInstructionsTokenLimit;

	public @Nullable Type getType() {
		return this.type;
	}

	public void setType(@Nullable Type type) {
		this.type = type;
	}

	public @Nullable Double getRetentionRatio() {
		return this.retentionRatio;
	}

	public void setRetentionRatio(@Nullable Double retentionRatio) {
		this.retentionRatio = retentionRatio;
	}

	public @Nullable Long getPostInstructionsTokenLimit() {
		return this.postInstructionsTokenLimit;
	}

	public void setPostInstructionsTokenLimit(@Nullable Long postInstructionsTokenLimit) {
		this.postInstructionsTokenLimit = postInstructionsTokenLimit;
	}

	/**
	 * Ways to shorten a conversation that is too long.
	 */
	public enum Type {

		/**
		 * The oldest items are left out.
		 */
		AUTO,

		/**
		 * A response fails when the conversation is too long.
		 */
		DISABLED,

		/**
		 * A part of the conversation is kept.
		 */
		RETENTION_RATIO

	}

}
