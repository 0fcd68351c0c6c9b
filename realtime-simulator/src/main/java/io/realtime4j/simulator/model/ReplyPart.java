package io.realtime4j.simulator.model;

import org.jspecify.annotations.Nullable;

/**
 * Item of a reply.
 */
public sealed interface ReplyPart {

	/**
	 * Something that is said, or written where the answer is text.
	 *
	 * @param text the words
	 * @param audio their sound as PCM16, 24 kHz, mono, little-endian, or {@code null} to
	 * let the voice of the simulator speak them
	 */
	record Message(String text, byte @Nullable [] audio) implements ReplyPart {
	}

	/**
	 * A call of a tool.
	 *
	 * @param name the name of the tool
	 * @param arguments the arguments as they are sent, usually a JSON object
	 * @param callId the identifier of the call, or {@code null} to make one
	 */
	record Call(String name, String arguments, @Nullable String callId) implements ReplyPart {
	}

}
