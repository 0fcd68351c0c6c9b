package io.realtime4j.benchmarks.load.visitor;

import java.time.Duration;

import io.realtime4j.benchmarks.load.page.Page;
import io.realtime4j.benchmarks.load.page.PageScript;
import io.realtime4j.benchmarks.load.report.Latencies;

/**
 * A page of somebody else, who asks a question now and then and waits for the answer.
 */
final class NeighbourScript implements PageScript {

	private static final Duration PERIOD = Duration.ofMillis(500);

	private static final int SAMPLE_RATE = 24_000;

	private static final long PATIENCE = Duration.ofSeconds(5).toNanos();

	private final Protocol protocol;

	private final Latencies answers;

	private boolean ready;

	private long asked;

	private int unanswered;

	/**
	 * Create a script.
	 * @param protocol what the page speaks
	 * @param answers takes the times from questions to the end of their answers
	 */
	NeighbourScript(Protocol protocol, Latencies answers) {
		this.protocol = protocol;
		this.answers = answers;
	}

	/**
	 * Count anew.
	 */
	void begin() {
		this.unanswered = 0;
	}

	/**
	 * Return how many questions were not answered within 5 s.
	 * @return the number
	 */
	int unanswered() {
		return this.unanswered;
	}

	@Override
	public String subprotocol() {
		return this.protocol.subprotocol();
	}

	@Override
	public void opened(Page page) {
		this.protocol.start(page, SAMPLE_RATE);
	}

	@Override
	public boolean isReady() {
		return this.ready;
	}

	@Override
	public void text(Page page, String text) {
		this.ready |= this.protocol.isReady(text);
		if (this.asked != 0 && this.protocol.isAnswered(text)) {
			this.answers.add(System.nanoTime() - this.asked);
			this.asked = 0;
		}
	}

	@Override
	public void turn(Page page) {
		long now = System.nanoTime();
		if (this.asked == 0) {
			this.asked = now;
			this.protocol.ask(page);
		}
		else if (now - this.asked > PATIENCE) {
			this.unanswered++;
			this.asked = 0;
		}
	}

	@Override
	public Duration period() {
		return PERIOD;
	}

}
