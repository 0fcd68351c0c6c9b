package io.realtime4j.benchmarks;

import io.realtime4j.codec.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * A client library, called the way it reads and writes a frame itself.
 */
interface Peer {

	/**
	 * Return the dialect whose events the library knows.
	 * @return the dialect
	 */
	Dialect dialect();

	/**
	 * Read a frame.
	 * @param json the text
	 * @return the event that the library hands to its user
	 * @throws Exception if the library says so
	 */
	Object decode(String json) throws Exception;

	/**
	 * Return the audio of an event, as bytes that belong to the caller.
	 * @param event the event
	 * @return the bytes, or {@code null} if the event has none
	 */
	byte @Nullable [] audio(Object event);

	/**
	 * Return the words of an event: a delta, a transcript or the instructions. Not
	 * measured.
	 * @param event the event
	 * @return the words, or {@code null} if the event has none
	 */
	@Nullable String text(Object event);

	/**
	 * Return whether the library knew the event and read it whole. Not measured.
	 * @param event the event
	 * @return {@code true} if it did
	 */
	boolean understood(Object event);

	/**
	 * Write an event that appends audio to the input buffer.
	 * @param pcm the audio
	 * @return the text
	 * @throws Exception if the library says so
	 */
	String append(byte[] pcm) throws Exception;

}
