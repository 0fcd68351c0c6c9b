package io.realtime4j.model.usage;

import org.jspecify.annotations.Nullable;

/**
 * Tokens of one response.
 *
 * @param totalTokens all tokens, or {@code null} if absent
 * @param inputTokens input tokens, cached ones included, or {@code null} if absent
 * @param outputTokens output tokens, or {@code null} if absent
 * @param inputTokenDetails input tokens by modality, or {@code null} if absent
 * @param outputTokenDetails output tokens by modality, or {@code null} if absent
 * @since 0.1.0
 */
public record ResponseUsage(@Nullable Long totalTokens, @Nullable Long inputTokens, @Nullable Long outputTokens,
		@Nullable InputTokenDetails inputTokenDetails, @Nullable OutputTokenDetails outputTokenDetails) {

	/**
	 * Add up what two responses used.
	 * @param other the usage of the other response
	 * @return the sum; what neither of them says stays absent
	 */
	public ResponseUsage plus(ResponseUsage other) {
		InputTokenDetails input = this.inputTokenDetails;
		OutputTokenDetails output = this.outputTokenDetails;
		return new ResponseUsage(TokenSum.of(this.totalTokens, other.totalTokens),
				TokenSum.of(this.inputTokens, other.inputTokens), TokenSum.of(this.outputTokens, other.outputTokens),
				(input != null && other.inputTokenDetails != null) ? input.plus(other.inputTokenDetails)
						: (input != null) ? input : other.inputTokenDetails,
				(output != null && other.outputTokenDetails != null) ? output.plus(other.outputTokenDetails)
						: (output != null) ? output : other.outputTokenDetails);
	}

}
