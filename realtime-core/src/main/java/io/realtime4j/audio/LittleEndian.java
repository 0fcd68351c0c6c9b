package io.realtime4j.audio;

/**
 * Reads the numbers of RIFF files.
 */
final class LittleEndian {

	private LittleEndian() {
	}

	static int uint16(byte[] bytes, int offset) {
		return (bytes[offset] & 0xFF) | (bytes[offset + 1] & 0xFF) << 8;
	}

	static int int32(byte[] bytes, int offset) {
		return uint16(bytes, offset) | uint16(bytes, offset + 2) << 16;
	}

	static long uint32(byte[] bytes, int offset) {
		return int32(bytes, offset) & 0xFFFF_FFFFL;
	}

}
