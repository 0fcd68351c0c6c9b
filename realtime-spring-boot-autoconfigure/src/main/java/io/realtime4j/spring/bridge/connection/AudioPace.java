package io.realtime4j.spring.bridge.connection;

import java.time.InstantSource;

import io.realtime4j.spring.bridge.access.TokenBucket;

/**
 * Internal limit of the rate of audio of a page. Not thread-safe.
 */
public final class AudioPace {

	/**
	 * Sample rate of the audio of the protocol, in Hz.
	 */
	public static final int SAMPLE_RATE = 24_000;

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

	/**
	 * Create a limit.
	 * @param sampleRate the sample rate of the audio in Hz
	 * @param clock the clock
	 */
	public AudioPace(int sampleRate, InstantSource clock) {
		double bytesPerSecond = (double) BYTES_PER_SAMPLE * sampleRate;
		this.bytes = new TokenBucket(FACTOR * bytesPerSecond, BURST_SECONDS * bytesPerSecond, clock);
	}

	/**
	 * Take a frame.
	 * @param size the length of its audio in bytes
	 * @throws BadFrameException if it comes too early
	 */
	public void take(int size) {
		if (!this.bytes.take(Math.max(SMALLEST_FRAME, size))) {
			throw new BadFrameException(CloseReasons.TOO_MUCH_AUDIO);
		}
	}

}
