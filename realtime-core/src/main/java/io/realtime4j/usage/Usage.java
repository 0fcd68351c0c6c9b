package io.realtime4j.usage;

import java.time.Duration;

/**
 * Usage of the service.
 *
 * @param input input tokens, cached ones included
 * @param cached those of the input tokens that were cached
 * @param output output tokens
 * @param transcribed the length of audio whose transcription is billed by time
 * @param active the active time of a live session, which is billed by time
 * @since 0.1.0
 */
public record Usage(TokenCount input, TokenCount cached, TokenCount output, Duration transcribed, Duration active) {

	/**
	 * Nothing.
	 */
	public static final Usage NONE = ofTokens(TokenCount.NONE, TokenCount.NONE, TokenCount.NONE);

	/**
	 * Return a usage of tokens.
	 * @param input input tokens, cached ones included
	 * @param cached those of the input tokens that were cached
	 * @param output output tokens
	 * @return the usage
	 */
	public static Usage ofTokens(TokenCount input, TokenCount cached, TokenCount output) {
		return new Usage(input, cached, output, Duration.ZERO, Duration.ZERO);
	}

	/**
	 * Return a usage of transcription by time.
	 * @param transcribed the length of the audio
	 * @return the usage
	 */
	public static Usage ofTime(Duration transcribed) {
		return new Usage(TokenCount.NONE, TokenCount.NONE, TokenCount.NONE, transcribed, Duration.ZERO);
	}

	/**
	 * Return a usage of a live session by its active time.
	 * @param active the time
	 * @return the usage
	 */
	public static Usage ofActiveTime(Duration active) {
		return new Usage(TokenCount.NONE, TokenCount.NONE, TokenCount.NONE, Duration.ZERO, active);
	}

	/**
	 * Return the tokens of both directions. Cached ones count, as input.
	 * @return their number
	 */
	public long totalTokens() {
		return TokenCount.add(this.input.total(), this.output.total());
	}

	/**
	 * Return this usage and another one.
	 * @param more the other
	 * @return the sum
	 */
	public Usage plus(Usage more) {
		return new Usage(this.input.plus(more.input), this.cached.plus(more.cached), this.output.plus(more.output),
				this.transcribed.plus(more.transcribed), this.active.plus(more.active));
	}

}
