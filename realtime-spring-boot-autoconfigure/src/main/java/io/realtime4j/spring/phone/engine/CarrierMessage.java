package io.realtime4j.spring.phone.engine;

import io.realtime4j.spring.phone.PhoneCaller;

/**
 * Internal message of a carrier, whatever its form on the wire.
 */
public sealed interface CarrierMessage {

	/**
	 * The call is connected.
	 *
	 * @param caller who calls, verified by the dialect
	 */
	record Start(PhoneCaller caller) implements CarrierMessage {
	}

	/**
	 * Audio of the caller.
	 *
	 * @param audio the audio, in the format of the dialect
	 * @param timestampMillis its place in the call in ms, or -1 if it is not told
	 * @param chunk its place among all audio, from 1 on, or -1 if it comes in its order
	 */
	record Media(byte[] audio, long timestampMillis, long chunk) implements CarrierMessage {
	}

	/**
	 * The caller pressed a key.
	 *
	 * @param key the key
	 */
	record Key(char key) implements CarrierMessage {
	}

	/**
	 * Everything that was sent before a mark was played, or dropped.
	 *
	 * @param name the name of the mark
	 */
	record Mark(String name) implements CarrierMessage {
	}

	/**
	 * The carrier has been given enough, or takes more again.
	 *
	 * @param held whether it takes nothing
	 */
	record Hold(boolean held) implements CarrierMessage {
	}

	/**
	 * The call is over.
	 */
	record Stop() implements CarrierMessage {
	}

	/**
	 * A message of no interest.
	 */
	record Ignored() implements CarrierMessage {
	}

}
