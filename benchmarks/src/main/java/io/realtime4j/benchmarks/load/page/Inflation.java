package io.realtime4j.benchmarks.load.page;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads messages of {@code permessage-deflate}.
 */
final class Inflation {

	private static final byte[] TAIL = { 0, 0, (byte) 0xff, (byte) 0xff };

	private static final int BLOCK = 8 * 1024;

	private final Inflater inflater = new Inflater(true);

	byte[] inflate(byte[] payload) {
		ByteArrayOutputStream message = new ByteArrayOutputStream(BLOCK);
		inflate(payload, message);
		inflate(TAIL, message);
		return message.toByteArray();
	}

	private void inflate(byte[] input, ByteArrayOutputStream message) {
		byte[] block = new byte[BLOCK];
		this.inflater.setInput(input);
		try {
			int count = this.inflater.inflate(block);
			while (count > 0) {
				message.write(block, 0, count);
				count = this.inflater.inflate(block);
			}
		}
		catch (DataFormatException ex) {
			throw new IllegalStateException("The application compresses in another way than it said", ex);
		}
	}

}
