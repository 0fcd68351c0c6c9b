package io.realtime4j.benchmarks.load.server;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A way to exchange bytes with a client, without blocking.
 */
interface Link {

	/**
	 * Read what is there.
	 * @param target where to; a link that decrypts needs room for a whole record of TLS
	 * @return how many bytes, negative at the end
	 * @throws IOException if the client is gone
	 */
	int read(ByteBuffer target) throws IOException;

	/**
	 * Write as much as can be written now.
	 * @param sources the bytes, whose positions advance
	 * @return whether everything is on its way
	 * @throws IOException if the client is gone
	 */
	boolean write(ByteBuffer... sources) throws IOException;

}
