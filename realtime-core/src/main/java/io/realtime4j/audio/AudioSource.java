package io.realtime4j.audio;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;

import javax.sound.sampled.TargetDataLine;

import org.jspecify.annotations.Nullable;

/**
 * Source of sound that a session hears: a recording, a microphone, a telephone line. It
 * is read by one thread at a time, which may wait for it, and closed at the end.
 *
 * @since 0.1.0
 */
public interface AudioSource extends Closeable {

	/**
	 * Return the sample rate of what is read.
	 * @return the sample rate in Hz
	 */
	int sampleRate();

	/**
	 * Read the next piece, and wait for it if there is none yet.
	 * @return mono 16-bit signed little-endian PCM, of any length in whole samples, or
	 * {@code null} at the end
	 * @throws IOException if the source cannot be read
	 */
	byte @Nullable [] read() throws IOException;

	/**
	 * Return how fast the sound is given to a session; by default as fast as it is
	 * spoken.
	 * @return the pace
	 */
	default AudioPace pace() {
		return AudioPace.SPOKEN;
	}

	@Override
	default void close() throws IOException {
	}

	/**
	 * Return this source at another pace.
	 * @param pace the pace
	 * @return the source
	 */
	default AudioSource at(AudioPace pace) {
		return new PacedAudioSource(this, pace);
	}

	/**
	 * Return this source, to be given to a session as fast as that takes it, such as a
	 * recording that is only transcribed.
	 * @return the source
	 */
	default AudioSource atOnce() {
		return at(AudioPace.AT_ONCE);
	}

	/**
	 * Return a source of PCM.
	 * @param pcm the PCM
	 * @return the source
	 */
	static AudioSource of(Pcm pcm) {
		return pcm(new ByteArrayInputStream(pcm.audio().bytes()), pcm.sampleRate());
	}

	/**
	 * Return a source of a WAV file, with any sample rate and any number of channels.
	 * @param file the file, which is read at once
	 * @return the source
	 * @throws IOException if the file cannot be read
	 * @see WavFile#read(Path)
	 */
	static AudioSource wav(Path file) throws IOException {
		return of(WavFile.read(file));
	}

	/**
	 * Return a source of the content of a WAV file.
	 * @param content the content
	 * @return the source
	 * @throws IOException if the content cannot be read
	 */
	static AudioSource wav(byte[] content) throws IOException {
		return of(WavFile.read(content));
	}

	/**
	 * Return a source of the content of a WAV file.
	 * @param in the content, which is read at once and not closed
	 * @return the source
	 * @throws IOException if the content cannot be read
	 */
	static AudioSource wav(InputStream in) throws IOException {
		return of(WavFile.read(in));
	}

	/**
	 * Return a source of a stream of mono 16-bit signed little-endian PCM.
	 * @param in the stream, in pieces of any size
	 * @param sampleRate the sample rate in Hz, 1000 to 768,000
	 * @return the source, which closes the stream
	 */
	static AudioSource pcm(InputStream in, int sampleRate) {
		return new StreamAudioSource(in, sampleRate, Pcm16.BYTES_PER_SAMPLE, (bytes) -> bytes);
	}

	/**
	 * Return a source of a stream of G.711 &micro;-law, of 8000 samples a second.
	 * @param in the stream, in pieces of any size
	 * @return the source, which closes the stream
	 */
	static AudioSource ulaw(InputStream in) {
		return new StreamAudioSource(in, G711.SAMPLE_RATE, 1, G711::decodeUlaw);
	}

	/**
	 * Return a source of a stream of G.711 A-law, of 8000 samples a second.
	 * @param in the stream, in pieces of any size
	 * @return the source, which closes the stream
	 */
	static AudioSource alaw(InputStream in) {
		return new StreamAudioSource(in, G711.SAMPLE_RATE, 1, G711::decodeAlaw);
	}

	/**
	 * Return a source of a microphone. <pre class="code">
	 * TargetDataLine line = AudioSystem.getTargetDataLine(new AudioFormat(24_000, 16, 1, true, false));
	 * line.open();
	 * session.hear(AudioSource.of(line));
	 * </pre>
	 * @param line the line, which is open; it is started when it is first read and closed
	 * at the end
	 * @return the source, which ends when the line is closed
	 * @throws IllegalArgumentException if the format of the line is not 16-bit signed
	 * little-endian PCM
	 */
	static AudioSource of(TargetDataLine line) {
		return new LineAudioSource(line);
	}

	/**
	 * Return a source of silence.
	 * @param duration how long it is silent
	 * @return the source
	 */
	static AudioSource silence(Duration duration) {
		int rate = G711.SAMPLE_RATE;
		return of(Pcm.of(rate, new byte[Math.toIntExact(AudioDurations.pcm16Bytes(duration.toMillis(), rate))]));
	}

}
