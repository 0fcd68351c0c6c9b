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

import io.realtime4j.simulator.time.Cancellable;
import io.realtime4j.simulator.time.Timeline;

/**
 * Earpiece of a caller: audio is played one after the other as time goes by, and marks
 * are echoed when all before them was played, or dropped.
 */
final class LinePlayout {

	private final LineCodec codec;

	private final Timeline timeline;

	private final Consumer<String> echo;

	private final Instant begin;

	private final List<Segment> segments = new ArrayList<>();

	private final Map<String, Cancellable> marks = new LinkedHashMap<>();

	private Instant busyUntil;

	private boolean muted;

	LinePlayout(LineCodec codec, Timeline timeline, Consumer<String> echo) {
		this.codec = codec;
		this.timeline = timeline;
		this.echo = echo;
		this.begin = timeline.now();
		this.busyUntil = this.begin;
	}

	/**
	 * Drop everything that is to be played.
	 */
	synchronized void mute() {
		this.muted = true;
	}

	synchronized void play(byte[] content) {
		if (this.muted) {
			return;
		}
		Instant now = this.timeline.now();
		Instant start = this.busyUntil.isAfter(now) ? this.busyUntil : now;
		this.segments.add(new Segment(start, content));
		this.busyUntil = start.plusMillis(content.length / this.codec.bytesPerMilli());
	}

	synchronized void mark(String name) {
		this.marks.put(name, this.timeline.schedule(queued(), () -> played(name)));
	}

	/**
	 * Return how much is to be played.
	 */
	synchronized Duration queued() {
		Duration left = Duration.between(this.timeline.now(), this.busyUntil);
		return left.isNegative() ? Duration.ZERO : left;
	}

	/**
	 * Return how many messages wait, of which one is a frame or a mark.
	 */
	synchronized long waiting() {
		return this.marks.size() + queued().toMillis() / LineCodec.FRAME_MILLIS;
	}

	/**
	 * Return whether something was played, and nothing since a time.
	 */
	synchronized boolean isSilentFor(Duration silence) {
		return !this.segments.isEmpty()
				&& Duration.between(this.busyUntil, this.timeline.now()).compareTo(silence) >= 0;
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
		drop().forEach(this.echo);
	}

	/**
	 * Drop what was not played, and the marks in it.
	 * @return the marks
	 */
	synchronized List<String> drop() {
		Instant now = this.timeline.now();
		List<Segment> heard = this.segments.stream().map((segment) -> until(segment, now)).toList();
		this.segments.clear();
		heard.stream().filter((segment) -> segment.content().length > 0).forEach(this.segments::add);
		this.busyUntil = now;
		List<String> outstanding = List.copyOf(this.marks.keySet());
		this.marks.values().forEach(Cancellable::cancel);
		this.marks.clear();
		return outstanding;
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
			byte[] audio = until(segment, now).content();
			if (audio.length > 0) {
				long offset = Duration.between(this.begin, segment.start()).toMillis() * this.codec.bytesPerMilli();
				heard.writeBytes(this.codec.silence((int) Math.max(0, offset - heard.size())));
				heard.writeBytes(audio);
			}
		}
		return this.codec.decode(heard.toByteArray());
	}

	/**
	 * Return how much was played, without the silence between.
	 */
	synchronized Duration played() {
		Instant now = this.timeline.now();
		return Duration.ofMillis(this.segments.stream().mapToLong((one) -> until(one, now).content().length).sum()
				/ this.codec.bytesPerMilli());
	}

	/**
	 * Return how much was given to be played and not dropped.
	 */
	synchronized Duration given() {
		return Duration.ofMillis(
				this.segments.stream().mapToLong((one) -> one.content().length).sum() / this.codec.bytesPerMilli());
	}

	private Segment until(Segment segment, Instant now) {
		long millis = Math.max(0, Duration.between(segment.start(), now).toMillis());
		int length = segment.content().length;
		long played = Math.min(length, millis * this.codec.bytesPerMilli());
		return (played < length) ? new Segment(segment.start(), Arrays.copyOf(segment.content(), (int) played))
				: segment;
	}

	/**
	 * Audio in its place.
	 *
	 * @param start when its first sample is played
	 * @param content the audio
	 */
	private record Segment(Instant start, byte[] content) {
	}

}
