package io.realtime4j.conversation;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

import io.realtime4j.audio.AudioData;
import org.jspecify.annotations.Nullable;

/**
 * Audio that grows by pieces, each behind those before it.
 *
 * @param before the pieces before, or {@code null} for none
 * @param piece the last piece
 */
record KeptAudio(@Nullable KeptAudio before, AudioData piece) {

	AudioData upTo(long bytes) {
		Deque<AudioData> pieces = new ArrayDeque<>();
		for (KeptAudio audio = this; audio != null; audio = audio.before) {
			pieces.push(audio.piece);
		}
		ByteArrayOutputStream whole = new ByteArrayOutputStream();
		pieces.forEach((data) -> whole.writeBytes(data.bytes()));
		byte[] all = whole.toByteArray();
		return AudioData.wrap(Arrays.copyOf(all, (int) Math.min(bytes, all.length)));
	}

	// Compared and shown without walking the pieces, of which there may be thousands
	@Override
	public boolean equals(@Nullable Object obj) {
		return this == obj;
	}

	@Override
	public int hashCode() {
		return System.identityHashCode(this);
	}

	@Override
	public String toString() {
		return "KeptAudio";
	}

}
