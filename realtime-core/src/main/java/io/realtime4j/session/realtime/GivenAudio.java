package io.realtime4j.session.realtime;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.AudioFormats;
import io.realtime4j.session.engine.OutboundFrame;
import org.jspecify.annotations.Nullable;

/**
 * Knows when the audio was given to the session that the server has at a position. What
 * is dropped before it is sent has no position, and with another connection positions
 * begin anew. Not thread-safe.
 */
final class GivenAudio {

	// Of PCM some 13 s and more, which is longer than any silence that ends a turn
	private static final int MAX_PIECES = 128;

	private static final int PIECE_BYTES = 4800;

	private final Deque<Piece> pieces = new ArrayDeque<>(1);

	/**
	 * Note that audio is sent.
	 * @param frame the audio
	 */
	void add(OutboundFrame frame) {
		Piece last = this.pieces.peekLast();
		long start = (last != null) ? last.end() : 0;
		if (last != null && last.end() - last.start() < PIECE_BYTES) {
			this.pieces.removeLast();
			this.pieces
				.addLast(new Piece(last.start(), last.end() + frame.audioBytes(), last.begunAt(), frame.givenAt()));
			return;
		}
		if (this.pieces.size() == MAX_PIECES) {
			this.pieces.removeFirst();
		}
		this.pieces.addLast(new Piece(start, start + frame.audioBytes(), frame.givenAt(), frame.givenAt()));
	}

	void clear() {
		this.pieces.clear();
	}

	/**
	 * Return when the audio up to a position was given. A microphone gives a piece when
	 * it has heard all of it, so that its beginning is older than its end. Pieces that
	 * come at once, as from a file, are not.
	 * @param millis the position in ms
	 * @param format the format of the audio, or {@code null} for the default
	 * @return the time, or {@code null} if there is no such audio, or it is too long ago
	 */
	@Nullable Instant givenAt(long millis, @Nullable AudioFormat format) {
		Piece last = this.pieces.peekLast();
		if (last == null || millis <= 0 || millis > AudioFormats.millis(last.end(), format)) {
			return null;
		}
		long bytes = AudioFormats.bytes(millis, format);
		for (Iterator<Piece> latest = this.pieces.descendingIterator(); latest.hasNext();) {
			Piece piece = latest.next();
			if (bytes > piece.start()) {
				long earliest = latest.hasNext() ? latest.next().givenAt() : piece.begunAt();
				long spoken = piece.givenAt() - AudioFormats.millis(piece.end() - bytes, format);
				return Instant.ofEpochMilli(Math.max(earliest, spoken));
			}
		}
		return null;
	}

	/**
	 * A piece of audio.
	 *
	 * @param start where it begins, in bytes
	 * @param end where it ends, in bytes
	 * @param begunAt when the first of it was given
	 * @param givenAt when the last of it was given
	 */
	private record Piece(long start, long end, long begunAt, long givenAt) {
	}

}
