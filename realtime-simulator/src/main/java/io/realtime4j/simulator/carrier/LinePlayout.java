package io.realtime4j.simulator.carrier;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.realtime4j.audio.G711;
import io.realtime4j.simulator.time.Cancellable;
import io.realtime4j.simulator.time.Timeline;

/**
 * Earpiece of a caller: audio is played one after the other as time goes by, and marks
 * are echoed when all before them was played, or dropped.
 */
final class LinePlayout {

	private static final byte SILENCE = (byte) 0xFF;

	private static final int BYTES_PER_MILLI = 8;

	private final Timeline timeline;

	private final Consumer<String> echo;

	private final Instant begin;

	private final List<Segment> segments = new ArrayList<>();

	private final Map<String, Cancellable> marks = new LinkedHashMap<>();

	private Instant busyUntil;

	LinePlayout(Timeline timeline, Consumer<String> echo) {
		this.timeline = timeline;
		this.echo = echo;
		this.begin = timeline.now();
		this.busyUntil = this.begin;
	}

	synchronized void play(byte[] ulaw) {
		Instant now = this.timeline.now();
		Instant start = this.busyUntil.isAfter(now) ? this.busyUntil : now;
		this.segments.add(new Segment(start, ulaw));
		this.busyUntil = start.plusMillis(ulaw.length / BYTES_PER_MILLI);
	}

	synchronized void mark(String name) {
		Duration left = Duration.between(this.timeline.now(), this.busyUntil);
		this.marks.put(name, this.timeline.schedule(left.isNegative() ? Duration.ZERO : left, () -> played(name)));
	}

	private void played(String name) {
		synchronized (this) {
			if (this.marks.remove(name) == null) {
				return;
			}
		}
		this.echo.accept(name);
	}

	/**
	 * Drop what was not played, and echo all marks at once.
	 */
	void clear() {
		List<String> outstanding;
		synchronized (this) {
			Instant now = this.timeline.now();
			List<Segment> heard = this.segments.stream().map((segment) -> segment.until(now)).toList();
			this.segments.clear();
			heard.stream().filter((segment) -> segment.ulaw().length > 0).forEach(this.segments::add);
			this.busyUntil = now;
			outstanding = List.copyOf(this.marks.keySet());
			this.marks.values().forEach(Cancellable::cancel);
			this.marks.clear();
		}
		outstanding.forEach(this.echo);
	}

	synchronized void stop() {
		this.marks.values().forEach(Cancellable::cancel);
		this.marks.clear();
	}

	/**
	 * Return what was heard since the beginning of the call, with the silence between.
	 */
	synchronized byte[] heard() {
		Instant now = this.timeline.now();
		ByteArrayOutputStream heard = new ByteArrayOutputStream();
		for (Segment segment : this.segments) {
			byte[] audio = segment.until(now).ulaw();
			if (audio.length > 0) {
				long offset = Duration.between(this.begin, segment.start()).toMillis() * BYTES_PER_MILLI;
				byte[] silence = new byte[(int) Math.max(0, offset - heard.size())];
				Arrays.fill(silence, SILENCE);
				heard.writeBytes(silence);
				heard.writeBytes(audio);
			}
		}
		return G711.decodeUlaw(heard.toByteArray());
	}

	/**
	 * Return how much was played, without the silence between.
	 */
	synchronized Duration played() {
		Instant now = this.timeline.now();
		return Duration
			.ofMillis(this.segments.stream().mapToLong((one) -> one.until(now).ulaw().length).sum() / BYTES_PER_MILLI);
	}

	/**
	 * Return how much was given to be played and not dropped.
	 */
	synchronized Duration given() {
		return Duration.ofMillis(this.segments.stream().mapToLong((one) -> one.ulaw().length).sum() / BYTES_PER_MILLI);
	}

	/**
	 * Audio in its place.
	 *
	 * @param start when its first sample is played
	 * @param ulaw the audio
	 */
	private record Segment(Instant start, byte[] ulaw) {

		Segment until(Instant now) {
			long millis = Math.max(0, Duration.between(this.start, now).toMillis());
			long length = Math.min(this.ulaw.length, millis * BYTES_PER_MILLI);
			return (length < this.ulaw.length) ? new Segment(this.start, Arrays.copyOf(this.ulaw, (int) length)) : this;
		}

	}

}
