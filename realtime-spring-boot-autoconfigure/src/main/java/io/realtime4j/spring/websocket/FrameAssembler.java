package io.realtime4j.spring.websocket;

import org.jspecify.annotations.Nullable;

/**
 * Puts a frame together from its pieces. Used by one thread at a time.
 */
final class FrameAssembler {

	private final int limit;

	private @Nullable StringBuilder pieces;

	FrameAssembler(int limit) {
		this.limit = limit;
	}

	/**
	 * Return whether the frame stays within the limit with one piece more.
	 * @param piece the piece
	 * @return {@code true} if it does
	 */
	boolean fits(String piece) {
		return piece.length() <= this.limit - ((this.pieces != null) ? this.pieces.length() : 0);
	}

	/**
	 * Add a piece.
	 * @param piece the piece
	 * @param last whether it is the last one of the frame
	 * @return the frame, or {@code null} if it is not whole yet
	 */
	@Nullable String add(String piece, boolean last) {
		if (last && this.pieces == null) {
			return piece;
		}
		this.pieces = ((this.pieces != null) ? this.pieces : new StringBuilder()).append(piece);
		if (!last) {
			return null;
		}
		String frame = this.pieces.toString();
		// A large frame must not keep its memory for the rest of the connection
		release();
		return frame;
	}

	/**
	 * Let the memory go. The next frame begins anew.
	 */
	void release() {
		this.pieces = null;
	}

}
