package io.realtime4j.spring.bridge;

import java.time.InstantSource;

/**
 * How fast audio of a page may come.
 */
final class AudioPace {

	/**
	 * Clocks of sound cards differ a little, and a connection that stood still brings
	 * more at once.
	 */
	private static final double FACTOR = 1.25;

	private static final int BURST_SECONDS = 15;

	private static final int BYTES_PER_SAMPLE = 2;

	private AudioPace() {
	}

	static TokenBucket bucket(int sampleRate, InstantSource clock) {
		double bytesPerSecond = (double) BYTES_PER_SAMPLE * sampleRate;
		return new TokenBucket(FACTOR * bytesPerSecond, BURST_SECONDS * bytesPerSecond, clock);
	}

}
