package io.realtime4j.sample.headless;

import io.realtime4j.audio.Pcm;

/**
 * Answer of a live session to a question.
 *
 * @param heard what was heard of the question
 * @param text the words of the answer
 * @param speech its sound
 */
record SpokenAnswer(String heard, String text, Pcm speech) {

}
