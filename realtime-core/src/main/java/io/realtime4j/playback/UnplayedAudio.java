package io.realtime4j.playback;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;

import io.realtime4j.audio.AudioData;
import io.realtime4j.model.audio.AudioFormats;

/**
 * The audio that came and may not be played yet, in its order, so that it can be played
 * again when something in between is taken out. Not thread-safe.
 */
final class UnplayedAudio {

	private static final int PRUNED_FROM = 64;

	private final Deque<Piece> pieces = new ArrayDeque<>(1);

	private final PlayedPosition position;

	private int prunedAt = PRUNED_FROM;

	UnplayedAudio(PlayedPosition position) {
		this.position = position;
	}

	/**
	 * Add a piece.
	 * @param chunk the piece
	 * @param offset how much of its item came before, in bytes
	 */
	void add(AudioChunk chunk, long offset) {
		this.pieces.add(new Piece(chunk, offset));
		if (this.pieces.size() >= this.prunedAt) {
			prune();
			this.prunedAt = Math.max(PRUNED_FROM, 2 * this.pieces.size());
		}
	}

	/**
	 * Remove what was played. A sink plays in order, so nothing behind an unplayed chunk
	 * was.
	 */
	void prune() {
		while (!this.pieces.isEmpty() && this.pieces.getFirst().isPlayed(this.position)) {
			this.pieces.removeFirst();
		}
	}

	void remove(Set<String> itemIds) {
		this.pieces.removeIf((piece) -> itemIds.contains(piece.chunk().itemId()));
	}

	void clear() {
		this.pieces.clear();
	}

	/**
	 * Return the audio that is still to be played.
	 */
	List<AudioChunk> rest() {
		prune();
		List<AudioChunk> rest = new ArrayList<>();
		for (Piece piece : this.pieces) {
			rest.add(piece.rest(this.position));
		}
		return rest;
	}

	/**
	 * A piece and its place in its item.
	 */
	private record Piece(AudioChunk chunk, long offset) {

		boolean isPlayed(PlayedPosition position) {
			return played(position) >= this.chunk.audio().size();
		}

		AudioChunk rest(PlayedPosition position) {
			long played = played(position);
			if (played <= 0) {
				return this.chunk;
			}
			byte[] bytes = this.chunk.audio().bytes();
			AudioData rest = AudioData
				.wrap(Arrays.copyOfRange(bytes, (int) Math.min(played, bytes.length), bytes.length));
			return new AudioChunk(this.chunk.itemId(), this.chunk.contentIndex(), rest, this.chunk.format());
		}

		private long played(PlayedPosition position) {
			long millis = Math.max(0, position.playedMillis(this.chunk.itemId(), this.chunk.contentIndex()));
			return AudioFormats.bytes(millis, this.chunk.format()) - this.offset;
		}

	}

}
