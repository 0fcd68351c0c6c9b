package io.realtime4j.benchmarks.load.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/**
 * The time at which a piece of audio was written, in its first bytes. It is read from the
 * clock of the machine, which is the same in all JVMs, as {@link System#nanoTime()} need
 * not be.
 */
public final class Stamp {

	/**
	 * How many bytes it takes.
	 */
	public static final int LENGTH = 9;

	/**
	 * How many characters it takes in base64.
	 */
	public static final int BASE64_LENGTH = 12;

	private static final long NANOS_PER_SECOND = 1_000_000_000;

	private Stamp() {
	}

	/**
	 * Return the time of now.
	 * @return nanoseconds of the clock of the machine
	 */
	public static long now() {
		Instant now = Instant.now();
		return now.getEpochSecond() * NANOS_PER_SECOND + now.getNano();
	}

	/**
	 * Return what is written into audio.
	 * @param nanos a time
	 * @return the bytes
	 */
	public static byte[] bytes(long nanos) {
		return ByteBuffer.allocate(LENGTH).putLong(nanos).array();
	}

	/**
	 * Return what is written into audio that is base64.
	 * @param nanos a time
	 * @return the characters as bytes
	 */
	public static byte[] base64(long nanos) {
		return Base64.getEncoder().encode(bytes(nanos));
	}

	/**
	 * Read a time.
	 * @param audio the audio
	 * @param index where it begins
	 * @return the time
	 */
	public static long of(byte[] audio, int index) {
		return ByteBuffer.wrap(audio).getLong(index);
	}

	/**
	 * Read a time.
	 * @param text a text with audio in base64
	 * @param index where the audio begins
	 * @return the time
	 */
	public static long of(String text, int index) {
		byte[] characters = text.substring(index, index + BASE64_LENGTH).getBytes(StandardCharsets.US_ASCII);
		return of(Base64.getDecoder().decode(characters), 0);
	}

}
