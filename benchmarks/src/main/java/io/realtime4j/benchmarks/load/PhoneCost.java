package io.realtime4j.benchmarks.load;

import io.realtime4j.benchmarks.load.process.Figures;

/**
 * Cost of a number of calls at once for an application, and the audio that came through.
 *
 * @param cpu CPU time for a second of a call, in ms
 * @param memory memory for each call, in KiB
 * @param lines what the lines said and heard
 * @param service what the service said and heard
 */
record PhoneCost(double cpu, double memory, Figures lines, Figures service) {

	PhoneCost withMemory(double memory) {
		return new PhoneCost(this.cpu, memory, this.lines, this.service);
	}

	/**
	 * Return how many frames of callers did not come to the service in their order.
	 * @return the number
	 */
	long lostOfCallers() {
		return lost(this.lines, this.service);
	}

	/**
	 * Return how many frames of the service did not come to the callers in their order.
	 * @return the number
	 */
	long lostOfService() {
		return lost(this.service, this.lines);
	}

	private static long lost(Figures speaker, Figures listener) {
		return Math.max(Math.abs(speaker.get("said") - listener.get("heard")), listener.get("disordered"));
	}

	/**
	 * Return how many frames of silence took the place of audio that came too late.
	 * @return the number
	 */
	long silence() {
		return this.service.get("silence") + this.lines.get("silence");
	}

}
