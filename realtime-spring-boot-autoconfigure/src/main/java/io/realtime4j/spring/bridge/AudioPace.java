package io.realtime4j.spring.bridge;

import java.time.InstantSource;

/**
 * Pace at which audio of a page may come. Not thread-safe.
 */
final class AudioPace {

	/**
	 * Clocks of sound cards differ a little, and a connection that stood still brings
	 * more at once.
	 */
	private static final double FACTOR = 1.25;

	private static final int BURST_SECONDS = 15;

	private static final int BYTES_PER_SAMPLE = 2;

	/**
	 * Each frame takes work, however little is in it.
	 */
	private static final int SMALLEST_FRAME = 64;

	private final TokenBucket bytes;

	AudioPace(int sampleRate, InstantSource clock) {
		double bytesPerSecond = (double) BYTES_PER_SAMPLE * sampleRate;
		this.bytes = new TokenBucket(FACTOR * bytesPerSecond, BURST_SECONDS * bytesPerSecond, clock);
	}

	/**
	 * Take a frame.
	 * @param size the length of its audio in bytes
	 * @throws BadFrameException if it comes too early
	 */
	void take(int size) {
		if (!this.bytes.take(Math.max(SMALLEST_FRAME, size))) {
			throw new BadFrameException(CloseReasons.TOO_MUCH_AUDIO);
		}
	}

}
