package io.realtime4j.playback;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.SourceDataLine;

import io.realtime4j.audio.Pcm;
import io.realtime4j.model.audio.SpeechDecoder;

/**
 * A loudspeaker: plays speech on a line of this machine, at whatever sample rate that
 * has. <pre class="code">
 * SourceDataLine line = AudioSystem.getSourceDataLine(new AudioFormat(24_000, 16, 1, true, false));
 * line.open();
 * AudioSinkFactory loudspeaker = (session) -&gt; new LineAudioSink(line, executor);
 * </pre>
 *
 * @since 0.1.0
 */
public final class LineAudioSink implements AudioSink {

	private static final int PIECE_MILLIS = 20;

	private final Deque<byte[]> waiting = new ArrayDeque<>();

	private final SpeechDecoder decoder = new SpeechDecoder();

	private final SourceDataLine line;

	private final Executor executor;

	private final int sampleRate;

	private final int channels;

	private final ClockedAudioSink clock;

	private boolean playing;

	/**
	 * Create a sink.
	 * @param line the line, which is open; it is started with the first piece, and closed
	 * by its owner
	 * @param executor writes to the line, one task at a time, which waits for it
	 * @throws IllegalArgumentException if the format of the line is not 16-bit signed
	 * little-endian PCM
	 */
	public LineAudioSink(SourceDataLine line, Executor executor) {
		AudioFormat format = line.getFormat();
		if (!AudioFormat.Encoding.PCM_SIGNED.equals(format.getEncoding()) || format.getSampleSizeInBits() != 16
				|| format.isBigEndian()) {
			throw new IllegalArgumentException(
					"The line must take 16-bit signed little-endian PCM but its format is " + format);
		}
		this.line = line;
		this.executor = executor;
		this.sampleRate = Math.round(format.getSampleRate());
		this.channels = format.getChannels();
		this.clock = new ClockedAudioSink(this::decode, this::silence, System::nanoTime);
	}

	@Override
	public void play(AudioChunk chunk) {
		this.clock.play(chunk);
	}

	private void decode(AudioChunk chunk) {
		PartKey part = new PartKey(chunk.itemId(), chunk.contentIndex());
		play(this.decoder.decode(part, chunk.audio(), chunk.format()));
	}

	/**
	 * Play a piece of speech behind all that was given before, such as that of a session
	 * that translates.
	 * @param speech the piece
	 */
	public void play(Pcm speech) {
		byte[] samples = speech.resample(this.sampleRate).audio().bytes();
		synchronized (this) {
			this.waiting.add(samples);
			if (this.playing) {
				return;
			}
			this.playing = true;
		}
		try {
			this.executor.execute(this::write);
		}
		catch (RejectedExecutionException ex) {
			silence();
		}
	}

	@Override
	public void clear() {
		this.decoder.clear();
		this.clock.clear();
	}

	@Override
	public long playedMillis(String itemId, long contentIndex) {
		return this.clock.playedMillis(itemId, contentIndex);
	}

	private void silence() {
		synchronized (this) {
			this.waiting.clear();
		}
		this.line.flush();
	}

	private void write() {
		this.line.start();
		for (byte[] piece = next(); piece.length > 0; piece = next()) {
			this.line.write(piece, 0, piece.length);
		}
	}

	// Short pieces, so that little is left to play when it is to be silent
	private synchronized byte[] next() {
		byte[] samples = this.waiting.poll();
		while (samples != null && samples.length == 0) {
			samples = this.waiting.poll();
		}
		this.playing = samples != null;
		if (samples == null) {
			return new byte[0];
		}
		int length = Math.min(samples.length, 2 * (this.sampleRate * PIECE_MILLIS / 1000));
		if (length < samples.length) {
			byte[] rest = new byte[samples.length - length];
			System.arraycopy(samples, length, rest, 0, rest.length);
			this.waiting.addFirst(rest);
		}
		return frames(samples, length);
	}

	private byte[] frames(byte[] samples, int length) {
		byte[] frames = new byte[length * this.channels];
		for (int i = 0; i < length; i += 2) {
			for (int channel = 0; channel < this.channels; channel++) {
				System.arraycopy(samples, i, frames, i * this.channels + 2 * channel, 2);
			}
		}
		return frames;
	}

}
