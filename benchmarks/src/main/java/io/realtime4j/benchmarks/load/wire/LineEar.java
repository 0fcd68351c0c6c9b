package io.realtime4j.benchmarks.load.wire;

import java.util.HashMap;
import java.util.Map;

import io.realtime4j.benchmarks.load.process.Figures;
import io.realtime4j.benchmarks.load.report.Latencies;

/**
 * Hears many lines, and misses what does not come. Not thread-safe.
 */
public final class LineEar {

	private final Map<Object, Integer> expected = new HashMap<>();

	private final Latencies latencies = new Latencies();

	private long heard;

	private long disordered;

	private long silence;

	/**
	 * Hear a piece of a line.
	 * @param line the line
	 * @param audio the piece, in whole frames
	 */
	public void hear(Object line, byte[] audio) {
		if (audio.length % LineAudio.FRAME != 0) {
			throw new IllegalStateException("Audio does not arrive in whole frames: " + audio.length + " bytes");
		}
		long now = Stamp.now();
		for (int i = 0; i < audio.length; i += LineAudio.FRAME) {
			if (LineAudio.isSilence(audio, i)) {
				this.silence++;
			}
			else if (!LineAudio.isQuiet(audio, i)) {
				hear(line, LineAudio.number(audio, i), now - Stamp.of(audio, i));
			}
		}
	}

	private void hear(Object line, int number, long nanos) {
		this.disordered += (number != this.expected.getOrDefault(line, 0)) ? 1 : 0;
		this.expected.put(line, number + 1);
		this.heard++;
		this.latencies.add(nanos);
	}

	/**
	 * Forget a line that has ended.
	 * @param line the line
	 */
	public void forget(Object line) {
		this.expected.remove(line);
	}

	/**
	 * Count anew.
	 */
	public void begin() {
		measure();
		this.heard = 0;
	}

	/**
	 * Forget what was late or missing so far.
	 */
	public void measure() {
		this.latencies.clear();
		this.disordered = 0;
		this.silence = 0;
	}

	/**
	 * Return what is known: those of {@link Latencies#figures()}, how many frames were
	 * {@code heard}, how many had not the number that was expected ({@code disordered}),
	 * and how many were {@code silence} in place of others.
	 * @return the figures
	 */
	public Figures figures() {
		return this.latencies.figures()
			.with("heard", this.heard)
			.with("disordered", this.disordered)
			.with("silence", this.silence);
	}

}
