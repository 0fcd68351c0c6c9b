package io.realtime4j.benchmarks.load.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Many frames that were made before and are written as fast as the client reads.
 */
final class Burst {

	/**
	 * How much is written before the server looks after others.
	 */
	private static final int TURN = 32;

	private final ByteBuffer block;

	private final int blockFrames;

	private final int frameLength;

	private int framesLeft;

	private ByteBuffer current;

	private Burst(ByteBuffer block, int blockFrames, int frames) {
		this.block = block;
		this.blockFrames = blockFrames;
		this.frameLength = block.capacity() / blockFrames;
		this.framesLeft = frames;
		this.current = next();
	}

	/**
	 * Create a burst.
	 * @param block some frames of one length, written over and over again
	 * @param frames how many frames are written in all
	 * @return the burst
	 */
	static Burst of(List<byte[]> block, int frames) {
		int length = block.get(0).length;
		ByteBuffer bytes = ByteBuffer.allocateDirect(length * block.size());
		for (byte[] frame : block) {
			if (frame.length != length) {
				throw new IllegalArgumentException("The frames of a block have one length");
			}
			bytes.put(frame);
		}
		return new Burst(bytes.flip(), block.size(), frames);
	}

	/**
	 * Return a burst of the same frames.
	 * @param frames how many
	 * @return the burst
	 */
	Burst again(int frames) {
		return new Burst(this.block, this.blockFrames, frames);
	}

	private ByteBuffer next() {
		int frames = Math.min(this.framesLeft, this.blockFrames);
		this.framesLeft -= frames;
		return this.block.duplicate().limit(frames * this.frameLength);
	}

	boolean write(Link link) throws IOException {
		for (int i = 0; i < TURN && this.current.hasRemaining(); i++) {
			if (!link.write(this.current)) {
				return false;
			}
			this.current = next();
		}
		return !this.current.hasRemaining();
	}

}
