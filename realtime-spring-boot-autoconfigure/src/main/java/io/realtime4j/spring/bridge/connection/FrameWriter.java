package io.realtime4j.spring.bridge.connection;

import org.jspecify.annotations.Nullable;

/**
 * Writes frames to the socket of a page, one at a time.
 */
@FunctionalInterface
interface FrameWriter {

	/**
	 * Begin to write a frame, and return at once.
	 * @param frame the frame
	 * @param done is told when it is written, or why it could not be; by any thread, also
	 * by this one before this method returns
	 */
	void write(OutgoingFrame frame, Callback done);

	/**
	 * Hears of the end of a frame.
	 */
	@FunctionalInterface
	interface Callback {

		/**
		 * The frame is written, or could not be.
		 * @param failure why it could not be, or {@code null}
		 */
		void done(@Nullable Throwable failure);

	}

}
