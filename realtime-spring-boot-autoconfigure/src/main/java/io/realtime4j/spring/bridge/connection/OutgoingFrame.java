package io.realtime4j.spring.bridge.connection;

import java.nio.ByteBuffer;

import io.realtime4j.codec.WellFormedText;
import org.jspecify.annotations.Nullable;

/**
 * A frame on its way to a page: text that can be written as UTF-8, or audio.
 *
 * @param text the text, or {@code null}
 * @param audio the audio, or {@code null}
 * @param ofAudio whether it is of no use once audio is dropped
 */
record OutgoingFrame(@Nullable String text, @Nullable ByteBuffer audio, boolean ofAudio) {

	static OutgoingFrame text(String text, boolean ofAudio) {
		return new OutgoingFrame(WellFormedText.of(text), null, ofAudio);
	}

	static OutgoingFrame audio(byte[] pcm16, int from, int length) {
		return new OutgoingFrame(null, ByteBuffer.wrap(pcm16, from, length).slice(), true);
	}

	long size() {
		return (this.text != null) ? this.text.length() : (this.audio != null) ? this.audio.capacity() : 0;
	}

}
