package io.realtime4j.spring.bridge;

import java.time.Duration;

import io.realtime4j.transport.KeepAlive;

/**
 * Limits of what one page may send, and of what is queued for it.
 *
 * @param maxTextSize the largest text frame from the page, in bytes
 * @param maxAudioSize the largest binary frame from the page, in bytes
 * @param commandsPerSecond how many text frames may come in a second
 * @param commandsAtOnce how many text frames may come at once
 * @param textPerSecond how many characters of text may come in a second, audio in text
 * frames not counted; sixteen times as many may come at once
 * @param maxOutgoingSize the most that may wait to be sent to the page, in bytes
 * @param sendTimeout the longest time that sending one frame to the page may take
 * @param keepAlive how a page that vanished is found
 * @since 0.1.0
 */
public record PageLimits(int maxTextSize, int maxAudioSize, int commandsPerSecond, int commandsAtOnce,
		int textPerSecond, long maxOutgoingSize, Duration sendTimeout, KeepAlive keepAlive) {

}
