package io.realtime4j.spring.bridge.page;

import java.time.InstantSource;

import io.realtime4j.model.usage.ResponseUsage;
import io.realtime4j.spring.bridge.connection.PageOutput;
import io.realtime4j.usage.Cost;
import org.jspecify.annotations.Nullable;

/**
 * Tells a page how long answers take to begin, and how many tokens they take. Not
 * thread-safe.
 */
final class LatencyMessages {

	private final PageOutput output;

	private final InstantSource clock;

	private long turnEnd = -1;

	private long inputTokens;

	private long outputTokens;

	private long totalTokens;

	private @Nullable Cost cost;

	LatencyMessages(PageOutput output, InstantSource clock) {
		this.output = output;
		this.clock = clock;
	}

	void turnEnded() {
		this.turnEnd = this.clock.millis();
	}

	/**
	 * Note that an answer is heard, or that none will be.
	 */
	void turnBegan() {
		this.turnEnd = -1;
	}

	void audible() {
		if (this.turnEnd >= 0) {
			this.output.tell(PageMessages.latency(Math.max(0, this.clock.millis() - this.turnEnd)));
			this.turnEnd = -1;
		}
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
