package io.realtime4j.audio;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The audio inside an event: base64 text, bytes, or both. A value is immutable, equal to
 * any other with the same bytes, and may be shared by all threads. Text is decoded and
 * bytes are encoded only on demand; passing a value on costs neither.
 */
public final class AudioData {

	private final @Nullable Base64Text givenText;

	private final byte @Nullable [] givenBytes;

	// The caches are written by data race: their types are safe to publish that way.
	private @Nullable String encoded;

	private @Nullable Decoded decoded;

	private boolean plain;

	AudioData(@Nullable Base64Text text, byte @Nullable [] bytes) {
		this.givenText = text;
		this.givenBytes = bytes;
	}

	/**
	 * Create a new {@link AudioData} from base64 text. The text is kept as it is and not
	 * looked at, so text that is not base64 is found out by {@link #bytes()} only.
	 * @param base64 the audio as base64 text (RFC 4648, padded or not, in one line)
	 * @return the audio
	 */
	public static AudioData ofBase64(String base64) {
		if (base64 == null) {
			throw new IllegalArgumentException("'base64' must not be null");
		}
		return new AudioData(new Base64Text(base64, 0, base64.length(), Base64Buffer.NONE), null);
	}

	/**
	 * Create a new {@link AudioData} from bytes.
	 * @param bytes the audio, which is copied
	 * @return the audio
	 * @see #wrap(byte[])
	 */
	public static AudioData of(byte[] bytes) {
		if (bytes == null) {
			throw new IllegalArgumentException("'bytes' must not be null");
		}
		return new AudioData(null, bytes.clone());
	}

	/**
	 * Create a new {@link AudioData} over bytes, without a copy. For audio that nobody
	 * writes to as long as the value is in use; whoever fills the same array again and
	 * again takes {@link #of(byte[])}.
	 * @param bytes the audio, which must not be changed
	 * @return the audio
	 */
	public static AudioData wrap(byte[] bytes) {
		if (bytes == null) {
			throw new IllegalArgumentException("'bytes' must not be null");
		}
		return new AudioData(null, bytes);
	}

	/**
	 * Return the audio as bytes, in an array that belongs to the caller. Text is decoded
	 * directly into it; callers that need the bytes more than once should keep them, or
	 * call {@link #asByteBuffer()}, which decodes once.
	 * @return the bytes
	 * @throws IllegalArgumentException if this value was made from text that is not
	 * base64
	 * @see #asByteBuffer()
	 */
	public byte[] bytes() {
		return (this.givenText != null && this.decoded == null) ? this.givenText.decode() : array().clone();
	}

	/**
	 * Return the audio as a read-only buffer over the bytes of this value, without a
	 * copy. Each call returns a buffer with its own position.
	 * @return a read-only buffer that holds {@link #size()} bytes
	 * @throws IllegalArgumentException if this value was made from text that is not
	 * base64
	 */
	public ByteBuffer asByteBuffer() {
		return ByteBuffer.wrap(array()).asReadOnlyBuffer();
	}

	/**
	 * Return the audio as base64 text: the text that this value was created from, or
	 * padded text in one line.
	 * @return the base64 text
	 */
	public String base64() {
		String text = this.encoded;
		if (text == null) {
			text = (this.givenText != null) ? this.givenText.toString() : Base64.getEncoder().encodeToString(array());
			this.encoded = text;
		}
		return text;
	}

	/**
	 * Return whether {@link #base64()} is a text that was received and has not been
	 * checked.
	 * @return {@code true} if this value was made from text, {@code false} if from bytes
	 */
	public boolean isGivenAsText() {
		return this.givenText != null;
	}

	/**
	 * Return whether {@link #base64()} has only the characters of base64, in one line,
	 * with at most two of padding at its end. Text is looked at once.
	 * @return {@code true} if it has no others, and always if this value was made from
	 * bytes
	 */
	public boolean isBase64() {
		if (this.givenText == null || this.plain) {
			return true;
		}
		this.plain = this.givenText.isPlain();
		return this.plain;
	}

	/**
	 * Return the length of the audio. Text is measured, not decoded.
	 * @return the length in bytes; of text that is not base64, what its length suggests
	 */
	public int size() {
		return (this.givenText != null) ? this.givenText.decodedLength() : array().length;
	}

	@Override
	public boolean equals(@Nullable Object obj) {
		if (this == obj) {
			return true;
		}
		if (!(obj instanceof AudioData other) || size() != other.size()) {
			return false;
		}
		if (this.givenText != null && other.givenText != null && this.givenText.isSameAs(other.givenText)) {
			return true;
		}
		byte[] bytes = arrayIfValid();
		return bytes != null && Arrays.equals(bytes, other.arrayIfValid());
	}

	@Override
	public int hashCode() {
		byte[] bytes = arrayIfValid();
		return (bytes != null) ? Arrays.hashCode(bytes) : base64().hashCode();
	}

	/**
	 * Return the size only: audio has no place in a log.
	 */
	@Override
	public String toString() {
		return "AudioData[" + size() + " bytes]";
	}

	private byte @Nullable [] arrayIfValid() {
		try {
			return array();
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/**
	 * Return the bytes without copying them; they must not leave this package.
	 */
	byte[] array() {
		if (this.givenText == null) {
			return Objects.requireNonNull(this.givenBytes);
		}
		Decoded result = this.decoded;
		if (result == null) {
			result = new Decoded(this.givenText.decode());
			this.decoded = result;
		}
		return result.bytes();
	}

	/**
	 * Makes an array safe to publish by data race, as a final field does.
	 *
	 * @param bytes the decoded bytes
	 */
	private record Decoded(byte[] bytes) {

	}

}
