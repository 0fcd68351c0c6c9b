package io.realtime4j.benchmarks.load.page;

import java.time.Duration;

import io.realtime4j.benchmarks.load.report.TurnClock;

/**
 * A page of the bridge that watches the captions of a conversation.
 */
final class TurnScript implements PageScript {

	private static final Duration SELDOM = Duration.ofSeconds(1);

	private final TurnClock clock;

	private boolean ready;

	private long captions;

	/**
	 * Create a script.
	 * @param clock is told of turns that are over
	 */
	TurnScript(TurnClock clock) {
		this.clock = clock;
	}

	@Override
	public String subprotocol() {
		return "realtime4j.v1";
	}

	@Override
	public void opened(Page page) {
		page.send("{\"type\":\"start\",\"sampleRate\":24000}");
	}

	@Override
	public boolean isReady() {
		return this.ready;
	}

	@Override
	public void text(Page page, String text) {
		if (text.contains("\"type\":\"state\"") && text.contains("\"state\":\"open\"")) {
			this.ready = true;
		}
		else if (text.contains("\"type\":\"transcript\"")) {
			this.captions++;
		}
		else if (text.contains("\"type\":\"response\"") && text.contains("\"status\":\"completed\"")) {
			this.clock.pass();
		}
	}

	/**
	 * Return how many captions were shown.
	 * @return the number
	 */
	long captions() {
		return this.captions;
	}

	@Override
	public Duration period() {
		return SELDOM;
	}

}
