package io.realtime4j.simulator.voice;

/**
 * Strategy for the voice of the simulator. Implementations are called on threads of the
 * simulator, possibly for several sessions at once.
 */
@FunctionalInterface
public interface SimulatorVoice extends AutoCloseable {

	/**
	 * Speak a sentence.
	 * @param request the sentence, and how to speak it
	 * @return its sound as PCM16, 24 kHz, mono, little-endian
	 */
	byte[] speak(SpeechRequest request);

	/**
	 * Release the resources of the voice.
	 */
	@Override
	default void close() {
	}

}
