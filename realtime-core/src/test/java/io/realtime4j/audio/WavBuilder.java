package io.realtime4j.audio;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes WAVE files of every kind, right and wrong.
 */
final class WavBuilder {

	private final ByteArrayOutputStream chunks = new ByteArrayOutputStream();

	private long riffSize = -1;

	static byte[] file(int tag, int channels, int rate, int bits, byte[] samples) {
		return new WavBuilder().format(tag, channels, rate, bits).chunk("data", samples).build();
	}

	WavBuilder format(int tag, int channels, int rate, int bits) {
		return chunk("fmt ", formatChunk(16, tag, channels, rate, bits).array());
	}

	WavBuilder extensible(int tag, int channels, int rate, int bits) {
		ByteBuffer chunk = formatChunk(40, 0xFFFE, channels, rate, bits);
		chunk.position(16);
		chunk.putShort((short) 22).putShort((short) bits).putInt(3).putShort((short) tag);
		chunk.put(new byte[] { 0, 0, 0, 0, 0x10, 0, (byte) 0x80, 0, 0, (byte) 0xAA, 0, 0x38, (byte) 0x9B, 0x71 });
		return chunk("fmt ", chunk.array());
	}

	WavBuilder chunk(String id, byte[] content) {
		chunk(id, content.length, content);
		if (content.length % 2 != 0) {
			this.chunks.write(0);
		}
		return this;
	}

	WavBuilder chunk(String id, long declaredSize, byte[] content) {
		this.chunks.writeBytes(id.getBytes(StandardCharsets.US_ASCII));
		this.chunks.writeBytes(buffer(4).putInt((int) declaredSize).array());
		this.chunks.writeBytes(content);
		return this;
	}

	WavBuilder riffSize(long size) {
		this.riffSize = size;
		return this;
	}

	byte[] build() {
		byte[] content = this.chunks.toByteArray();
		long size = (this.riffSize >= 0) ? this.riffSize : content.length + 4;
		return buffer(12 + content.length).put("RIFF".getBytes(StandardCharsets.US_ASCII))
			.putInt((int) size)
			.put("WAVE".getBytes(StandardCharsets.US_ASCII))
			.put(content)
			.array();
	}

	static ByteBuffer buffer(int size) {
		return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
	}

	private static ByteBuffer formatChunk(int size, int tag, int channels, int rate, int bits) {
		int block = channels * bits / 8;
		return buffer(size).putShort((short) tag)
			.putShort((short) channels)
			.putInt(rate)
			.putInt(rate * block)
			.putShort((short) block)
			.putShort((short) bits);
	}

}
