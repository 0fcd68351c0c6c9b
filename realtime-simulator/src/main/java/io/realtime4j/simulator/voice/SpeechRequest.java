package io.realtime4j.simulator.voice;

/**
 * A sentence to be spoken.
 *
 * @param text the sentence
 * @param voice the name of the voice that the session asks for
 * @param speed how fast to speak, 1 for the natural speed
 */
public record SpeechRequest(String text, String voice, double speed) {
}
