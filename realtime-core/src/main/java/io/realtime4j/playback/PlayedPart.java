package io.realtime4j.playback;

import java.util.ArrayDeque;
import java.util.Deque;

import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.AudioFormats;

/**
 * When one part of the speech is played. Not thread-safe.
 */
final class PlayedPart {

	private static final long NANOS_PER_MILLI = 1_000_000;

	private final AudioFormat format;

	private final Deque<Run> runs = new ArrayDeque<>();

	private long bytes;

	/**
	 * Audio that was played of runs that are over.
	 */
	private long playedNanos;

	private boolean stopped;

	PlayedPart(AudioFormat format) {
		this.format = format;
	}

	/**
	 * Add audio.
	 * @param size its length in bytes
	 * @param start when it begins to be played
	 * @param now the time
	 * @return when it is played
	 */
	long add(int size, long start, long now) {
		collapse(now);
		long duration = AudioFormats.nanos(this.bytes + size, this.format)
				- AudioFormats.nanos(this.bytes, this.format);
		this.bytes += size;
		Run last = this.runs.peekLast();
		if (last != null && last.end() == start) {
			this.runs.removeLast();
			this.runs.addLast(new Run(last.start(), last.duration() + duration));
		}
		else {
			this.runs.addLast(new Run(start, duration));
		}
		return start + duration;
	}

	void stop(long now) {
		collapse(now);
		for (Run run : this.runs) {
			this.playedNanos += run.played(now);
		}
		this.stopped |= !this.runs.isEmpty();
		this.runs.clear();
	}

	long playedMillis(long now) {
		collapse(now);
		if (this.runs.isEmpty() && !this.stopped) {
			// What rounding lost is played too
			return AudioFormats.millis(this.bytes, this.format);
		}
		long played = this.playedNanos;
		for (Run run : this.runs) {
			played += run.played(now);
		}
		return played / NANOS_PER_MILLI;
	}

	private void collapse(long now) {
		while (!this.runs.isEmpty() && this.runs.getFirst().end() - now <= 0) {
			this.playedNanos += this.runs.removeFirst().duration();
		}
	}

	/**
	 * Audio that is played without a break.
	 *
	 * @param start when it begins
	 * @param duration how long it takes, in ns
	 */
	private record Run(long start, long duration) {

		long end() {
			return this.start + this.duration;
		}

		long played(long now) {
			return Math.max(0, Math.min(this.duration, now - this.start));
		}

	}

}
