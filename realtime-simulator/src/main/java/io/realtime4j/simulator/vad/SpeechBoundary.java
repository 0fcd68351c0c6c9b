package io.realtime4j.simulator.vad;

/**
 * Internal boundary at which speech starts or ends.
 *
 * @param start whether speech begins here
 * @param millis the place, in milliseconds of the audio that was heard
 */
public record SpeechBoundary(boolean start, long millis) {
}
