package io.realtime4j.simulator.voice;

/**
 * Request to speak a sentence.
 *
 * @param text the sentence
 * @param voice the name of the voice that the session asks for
 * @param speed how fast to speak, 1 for the natural speed
 */
public record SpeechRequest(String text, String voice, double speed) {
}
