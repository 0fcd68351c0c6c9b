package io.realtime4j.simulator.response;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A sentence with its sound, and how far it was streamed.
 */
final class Utterance {

	private final List<String> tokens;

	private final byte[] sound;

	private int nextToken;

	private int position;

	Utterance(List<String> tokens, byte[] sound) {
		this.tokens = tokens;
		this.sound = sound;
	}

	byte[] sound() {
		return this.sound;
	}

	int position() {
		return this.position;
	}

	byte[] nextChunk(int size) {
		int end = Math.min(this.sound.length, this.position + size);
		byte[] chunk = Arrays.copyOfRange(this.sound, this.position, end);
		this.position = end;
		return chunk;
	}

	@Nullable String nextToken(long untilMillis, long totalMillis) {
		boolean due = isSpoken() || this.nextToken * totalMillis < untilMillis * this.tokens.size();
		return (due && this.nextToken < this.tokens.size()) ? this.tokens.get(this.nextToken++) : null;
	}

	boolean isOver() {
		return isSpoken() && this.nextToken == this.tokens.size();
	}

	private boolean isSpoken() {
		return this.position == this.sound.length;
	}

}
