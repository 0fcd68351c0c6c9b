package io.realtime4j.audio;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Reads one WAVE file from a stream, up to the end of its samples.
 */
final class WavReader {

	// Writers that cannot seek leave such sizes: 0xFFFFFFFF, 0x7FFFFFFF, SoX 0x7FFFF000.
	private static final long PLACEHOLDER_SIZE = 0x7FFF_0000L;

	private static final int BUFFER_SIZE = 8192;

	private final InputStream in;

	private final int maxSize;

	private long position;

	private @Nullable WavFormat format;

	WavReader(InputStream in, int maxSize) {
		this.in = in;
		this.maxSize = maxSize;
	}

	Pcm read() throws IOException {
		byte[] header = this.in.readNBytes(12);
		if (header.length < 12 || !id(header, 0).equals("RIFF") || !id(header, 8).equals("WAVE")) {
			throw new IOException("not a RIFF/WAVE file; other formats, such as MP3, must be converted first");
		}
		this.position = header.length;
		long end = LittleEndian.uint32(header, 4) + 8;
		while (true) {
			byte[] chunk = readFully(8, "before its 'data' chunk");
			long size = LittleEndian.uint32(chunk, 4);
			String id = id(chunk, 0);
			if (id.equals("data")) {
				return readData(size, end);
			}
			if (id.equals("fmt ")) {
				this.format = readFormat(size);
			}
			else {
				skip(size + (size & 1));
			}
		}
	}

	private WavFormat readFormat(long size) throws IOException {
		if (size < WavFormat.MIN_SIZE) {
			throw new IOException("invalid WAVE format: a 'fmt ' chunk of " + size + " bytes");
		}
		byte[] chunk = readFully((int) Math.min(size, WavFormat.MAX_SIZE), "within its 'fmt ' chunk");
		skip(size + (size & 1) - chunk.length);
		return WavFormat.parse(chunk);
	}

	private Pcm readData(long size, long end) throws IOException {
		if (this.format == null) {
			throw new IOException("invalid WAVE file: no 'fmt ' chunk before the 'data' chunk");
		}
		if (size >= PLACEHOLDER_SIZE || (size == 0 && !continuesAfterData(end))) {
			return readSamples(this.format, Long.MAX_VALUE);
		}
		return readSamples(this.format, size);
	}

	private boolean continuesAfterData(long end) {
		return end > this.position && end < PLACEHOLDER_SIZE;
	}

	private Pcm readSamples(WavFormat format, long size) throws IOException {
		ByteArrayOutputStream samples = new ByteArrayOutputStream();
		byte[] frames = new byte[format.frameSize() * Math.max(1, BUFFER_SIZE / format.frameSize())];
		long remaining = size;
		while (remaining > 0) {
			int wanted = (int) Math.min(frames.length, remaining);
			int length = this.in.readNBytes(frames, 0, wanted);
			append(format.toMono(frames, length / format.frameSize()), samples);
			remaining -= length;
			if (length < wanted) {
				checkComplete(size, remaining);
				break;
			}
		}
		return Pcm.of(format.sampleRate(), samples.toByteArray());
	}

	private void append(byte[] mono, ByteArrayOutputStream samples) throws IOException {
		if (mono.length > this.maxSize - samples.size()) {
			throw new IOException("too long: more than " + this.maxSize + " bytes of mono PCM16");
		}
		samples.writeBytes(mono);
	}

	private void checkComplete(long size, long remaining) throws IOException {
		if (size != Long.MAX_VALUE) {
			throw new EOFException("truncated: the 'data' chunk declares " + size + " bytes but only "
					+ (size - remaining) + " follow");
		}
	}

	private byte[] readFully(int length, String where) throws IOException {
		byte[] bytes = this.in.readNBytes(length);
		if (bytes.length < length) {
			throw new EOFException("truncated: the file ends " + where);
		}
		this.position += length;
		return bytes;
	}

	private void skip(long length) throws IOException {
		try {
			this.in.skipNBytes(length);
		}
		catch (EOFException ex) {
			throw new EOFException("truncated: the file ends within a chunk that declares more bytes");
		}
		this.position += length;
	}

	private static String id(byte[] bytes, int offset) {
		return new String(bytes, offset, 4, StandardCharsets.ISO_8859_1);
	}

}
