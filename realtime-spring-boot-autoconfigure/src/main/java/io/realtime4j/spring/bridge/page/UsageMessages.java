package io.realtime4j.spring.bridge.page;

import io.realtime4j.model.usage.ResponseUsage;
import io.realtime4j.spring.bridge.connection.PageOutput;
import io.realtime4j.usage.Cost;
import org.jspecify.annotations.Nullable;

/**
 * Tells a page how many tokens its answers take, and what they cost. Not thread-safe.
 */
final class UsageMessages {

	private final PageOutput output;

	private long inputTokens;

	private long outputTokens;

	private long totalTokens;

	private @Nullable Cost cost;

	UsageMessages(PageOutput output) {
		this.output = output;
	}

	/**
	 * Note what an answer used.
	 * @param usage the tokens, or {@code null} if they are not known
	 * @param cost what the session costs so far, or {@code null} if that is not known
	 */
	void used(@Nullable ResponseUsage usage, @Nullable Cost cost) {
		this.cost = cost;
		if (usage != null) {
			this.inputTokens += known(usage.inputTokens());
			this.outputTokens += known(usage.outputTokens());
			this.totalTokens += known(usage.totalTokens());
			tell();
		}
	}

	void tell() {
		if (this.totalTokens > 0) {
			this.output.tell(PageMessages.usage(this.inputTokens, this.outputTokens, this.totalTokens, this.cost));
		}
	}

	private static long known(@Nullable Long tokens) {
		return (tokens != null) ? tokens : 0;
	}

}
