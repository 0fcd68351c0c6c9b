package io.realtime4j.spring.websocket;

import org.jspecify.annotations.Nullable;

/**
 * Puts a frame together from its pieces. Used by one thread at a time.
 */
final class FrameAssembler {

	/**
	 * Up to this capacity the memory is kept for the next frame.
	 */
	private static final int KEPT_CAPACITY = 8 * 1024;

	private final int limit;

	private @Nullable StringBuilder pieces;

	private int length;

	FrameAssembler(int limit) {
		this.limit = limit;
	}

	/**
	 * Return whether the frame stays within the limit with one piece more.
	 * @param piece the piece
	 * @return {@code true} if it does
	 */
	boolean fits(String piece) {
		return piece.length() <= this.limit - this.length;
	}

	/**
	 * Add a piece.
	 * @param piece the piece
	 * @param last whether it is the last one of the frame
	 * @return the frame, or {@code null} if it is not whole yet
	 */
	@Nullable String add(String piece, boolean last) {
		if (last && this.length == 0) {
			return piece;
		}
		StringBuilder builder = (this.pieces != null) ? this.pieces : new StringBuilder(piece.length());
		this.pieces = builder.append(piece);
		this.length = builder.length();
		if (!last) {
			return null;
		}
		String frame = builder.toString();
		if (builder.capacity() > KEPT_CAPACITY) {
			// A large frame must not keep its memory for the rest of the connection
			this.pieces = null;
		}
		else {
			builder.setLength(0);
		}
		this.length = 0;
		return frame;
	}

	/**
	 * Let the memory go. The next frame begins anew.
	 */
	void release() {
		this.pieces = null;
		this.length = 0;
	}

}
