package io.realtime4j.spring.bridge;

import java.time.Duration;

/**
 * Limits of what one page may send, and of what may wait to be sent to it.
 *
 * @param maxTextSize the largest text frame from the page, in bytes
 * @param maxAudioSize the largest binary frame from the page, in bytes
 * @param commandsPerSecond how many text frames may come in a second; twice as many may
 * come at once
 * @param maxOutgoingSize the most that may wait to be sent to the page, in bytes
 * @param sendTimeout the longest time that sending one frame to the page may take
 * @since 0.1.0
 */
public record PageLimits(int maxTextSize, int maxAudioSize, int commandsPerSecond, long maxOutgoingSize,
		Duration sendTimeout) {

}
