package io.realtime4j.audio;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reader and writer of RIFF/WAVE audio. It reads PCM of 8, 16, 24 and 32 bits, floats of
 * 32 bits, and G.711, with any number of channels at any sample rate; the channels are
 * mixed down to one. Files that were written to a pipe, and so do not know their size,
 * are read to the end of the stream. It writes 16-bit PCM, mono or two voices as stereo.
 */
public final class WavFile {

	/**
	 * The default limit for reading, in bytes of mono 16-bit PCM: 256 MiB, 93 minutes at
	 * 24,000 Hz.
	 */
	public static final int DEFAULT_MAX_SIZE = 256 * 1024 * 1024;

	private static final int HEADER_SIZE = 44;

	private static final long MAX_STEREO_SAMPLES = (0xFFFF_FFFFL - HEADER_SIZE) / (2 * Pcm16.BYTES_PER_SAMPLE);

	private WavFile() {
	}

	/**
	 * Read a file.
	 * @param file the file to read
	 * @return its audio, mixed down to one channel
	 * @throws IOException if the file cannot be read, is truncated, is not RIFF/WAVE, has
	 * an encoding that is not supported, or exceeds {@link #DEFAULT_MAX_SIZE}
	 */
	public static Pcm read(Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			return read(in);
		}
		catch (FileSystemException ex) {
			throw ex;
		}
		catch (IOException ex) {
			throw new IOException(file + ": " + ex.getMessage(), ex);
		}
	}

	/**
	 * Read the content of a file.
	 * @param content the content to read
	 * @return its audio, mixed down to one channel
	 * @throws IOException if the content is truncated, is not RIFF/WAVE, has an encoding
	 * that is not supported, or exceeds {@link #DEFAULT_MAX_SIZE}
	 */
	public static Pcm read(byte[] content) throws IOException {
		return read(new ByteArrayInputStream(content));
	}

	/**
	 * Read from a stream, which is neither closed nor read further than the samples.
	 * @param in the stream to read
	 * @return its audio, mixed down to one channel
	 * @throws IOException if the stream cannot be read, is truncated, is not RIFF/WAVE,
	 * has an encoding that is not supported, or exceeds {@link #DEFAULT_MAX_SIZE}
	 */
	public static Pcm read(InputStream in) throws IOException {
		return read(in, DEFAULT_MAX_SIZE);
	}

	/**
	 * Read from a stream, which is neither closed nor read further than the samples.
	 * Memory grows with the bytes that arrive, whatever size the stream declares.
	 * @param in the stream to read
	 * @param maxSize the most to accept, in bytes of mono 16-bit PCM
	 * @return its audio, mixed down to one channel
	 * @throws IOException if the stream cannot be read, is truncated, is not RIFF/WAVE,
	 * has an encoding that is not supported, or exceeds the size
	 */
	public static Pcm read(InputStream in, int maxSize) throws IOException {
		return new WavReader(in, maxSize).read();
	}

	/**
	 * Write audio to a file, which is replaced if it exists.
	 * @param pcm the audio to write
	 * @param file the file to write
	 * @throws IOException if the file cannot be written
	 */
	public static void write(Pcm pcm, Path file) throws IOException {
		try (OutputStream out = Files.newOutputStream(file)) {
			write(pcm, out);
		}
	}

	/**
	 * Write audio to a stream, which is not closed.
	 * @param pcm the audio to write
	 * @param out the stream to write to
	 * @throws IOException if the stream cannot be written
	 */
	public static void write(Pcm pcm, OutputStream out) throws IOException {
		out.write(header(pcm));
		out.write(pcm.audio().bytes());
	}

	/**
	 * Return the content of a file that holds the audio.
	 * @param pcm the audio to write
	 * @return the content, header included
	 */
	public static byte[] toBytes(Pcm pcm) {
		byte[] header = header(pcm);
		ByteBuffer content = ByteBuffer.allocate(Math.addExact(header.length, pcm.audio().size()));
		return content.put(header).put(pcm.audio().asByteBuffer()).array();
	}

	/**
	 * Write two voices to a stream as stereo, one on each side. Neither of the streams is
	 * closed. Nothing is held in memory, whatever the length.
	 * @param sampleRate the sample rate of both, in Hz
	 * @param left the left side, mono 16-bit signed little-endian PCM
	 * @param right the right side, in the same format; what is missing at the end of the
	 * shorter side is silence
	 * @param samples the number of samples that the longer side has
	 * @param out the stream to write to
	 * @throws IOException if a stream cannot be read or written
	 * @throws IllegalArgumentException if a file cannot hold that many samples, about six
	 * hours at 48,000 Hz
	 */
	public static void writeStereo(int sampleRate, InputStream left, InputStream right, long samples, OutputStream out)
			throws IOException {
		long size = samples * 2 * Pcm16.BYTES_PER_SAMPLE;
		if (samples < 0 || samples > MAX_STEREO_SAMPLES) {
			throw new IllegalArgumentException("A WAVE file cannot hold " + samples + " samples");
		}
		out.write(header(sampleRate, 2, size));
		new StereoMixer(left, right).write(samples, out);
	}

	private static byte[] header(Pcm pcm) {
		return header(pcm.sampleRate(), 1, pcm.audio().size());
	}

	private static byte[] header(int sampleRate, int channels, long size) {
		int frameSize = channels * Pcm16.BYTES_PER_SAMPLE;
		ByteBuffer header = ByteBuffer.allocate(HEADER_SIZE).order(ByteOrder.LITTLE_ENDIAN);
		header.put(ascii("RIFF")).putInt((int) (HEADER_SIZE - 8 + size)).put(ascii("WAVE"));
		header.put(ascii("fmt ")).putInt(WavFormat.MIN_SIZE);
		header.putShort((short) SampleDecoder.PCM).putShort((short) channels);
		header.putInt(sampleRate).putInt(sampleRate * frameSize);
		header.putShort((short) frameSize).putShort((short) 16);
		header.put(ascii("data")).putInt((int) size);
		return header.array();
	}

	private static byte[] ascii(String id) {
		return id.getBytes(StandardCharsets.US_ASCII);
	}

}
