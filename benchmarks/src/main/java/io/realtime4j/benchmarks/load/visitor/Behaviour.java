package io.realtime4j.benchmarks.load.visitor;

import java.time.Duration;
import java.util.List;

/**
 * Behaviour of a visitor, who has as many pages as he may.
 *
 * @param name its name for people
 * @param pages how many pages are open at once
 * @param sampleRate the sample rate of the pages, 0 if they never start
 * @param sending what each of them sends
 * @param reads whether the pages read what they are sent
 * @param leaving whether, and how, a page leaves after its first turn
 */
record Behaviour(String name, int pages, int sampleRate, Sending sending, boolean reads, Leaving leaving) {

	private static final int PAGES = 5;

	private static final int RATE = 24_000;

	/**
	 * Create a behaviour of five pages that read and stay.
	 * @param name its name for people
	 * @param sending what each of them sends
	 * @return the behaviour
	 */
	static Behaviour of(String name, Sending sending) {
		return new Behaviour(name, PAGES, RATE, sending, true, Leaving.NEVER);
	}

	Behaviour pages(int pages) {
		return new Behaviour(this.name, pages, this.sampleRate, this.sending, this.reads, this.leaving);
	}

	Behaviour sampleRate(int sampleRate) {
		return new Behaviour(this.name, this.pages, sampleRate, this.sending, this.reads, this.leaving);
	}

	Behaviour deaf() {
		return new Behaviour(this.name, this.pages, this.sampleRate, this.sending, false, this.leaving);
	}

	Behaviour leaving(Leaving leaving) {
		return new Behaviour(this.name, this.pages, this.sampleRate, this.sending, this.reads, leaving);
	}

	/**
	 * Frames of a page.
	 *
	 * @param period the time between two turns
	 * @param atOnce how many frames are sent in a turn
	 * @param frames the frames, over and over again
	 */
	record Sending(Duration period, int atOnce, List<byte[]> frames) {

	}

	/**
	 * How a page leaves.
	 */
	enum Leaving {

		/**
		 * It stays.
		 */
		NEVER,

		/**
		 * It says goodbye.
		 */
		GOODBYE,

		/**
		 * Its connection is lost.
		 */
		VANISH

	}

}
