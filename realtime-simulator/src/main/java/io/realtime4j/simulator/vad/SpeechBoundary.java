package io.realtime4j.simulator.vad;

/**
 * Boundary at which speech begins or ends.
 *
 * @param start whether speech begins here
 * @param millis the place, in milliseconds of the audio that was heard
 */
public record SpeechBoundary(boolean start, long millis) {
}
