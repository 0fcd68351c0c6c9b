package io.realtime4j.benchmarks;

import org.jspecify.annotations.Nullable;

/**
 * One text message of a server, and what a reader must find in it.
 *
 * @param type the wire name of its event in the GA dialect
 * @param json the text
 * @param pcm the audio that it carries, or {@code null} if none
 * @param text the words that it carries, or {@code null} if none
 */
record Frame(String type, String json, byte @Nullable [] pcm, @Nullable String text) {

}
