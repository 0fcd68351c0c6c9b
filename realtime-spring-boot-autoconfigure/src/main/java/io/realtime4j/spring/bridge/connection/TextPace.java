package io.realtime4j.spring.bridge.connection;

import java.time.InstantSource;

import io.realtime4j.spring.bridge.access.TokenBucket;

/**
 * Internal limit of the rate of text of a page. Not thread-safe.
 */
public final class TextPace {

	/**
	 * Some seconds may come at once: a long text that is pasted, or what waited while a
	 * connection stood still.
	 */
	private static final int BURST_SECONDS = 16;

	private final TokenBucket characters;

	/**
	 * Create a limit.
	 * @param charactersPerSecond the number of characters per second
	 * @param clock the clock
	 */
	public TextPace(long charactersPerSecond, InstantSource clock) {
		this.characters = new TokenBucket(charactersPerSecond, (double) BURST_SECONDS * charactersPerSecond, clock);
	}

	/**
	 * Take a text.
	 * @param size its length
	 * @throws BadFrameException if it comes too early
	 */
	public void take(long size) {
		if (!this.characters.take(size)) {
			throw new BadFrameException(CloseReasons.TOO_MUCH_TEXT);
		}
	}

}
