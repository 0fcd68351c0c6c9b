package io.realtime4j.sample.headless;

import java.time.Duration;

import io.realtime4j.audio.Pcm;

/**
 * Answer of the model to a recorded question.
 *
 * @param heard what the server understood of the question, empty if it does not say
 * @param text the answer in words
 * @param speech the answer aloud
 * @param firstSound from the end of the question to the first sound
 * @param whole from the end of the question to the end of the answer
 */
record Answer(String heard, String text, Pcm speech, Duration firstSound, Duration whole) {

}
