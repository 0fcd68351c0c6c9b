package io.realtime4j.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.realtime4j.benchmarks.Measurements.Measurement;
import org.jspecify.annotations.Nullable;

/**
 * A ratio that the numbers of one run must meet.
 *
 * @param workload what is done
 * @param other whom this project is compared with
 * @param kind how
 * @param limit the ratio
 */
record Bound(String workload, Subject other, Kind kind, double limit) {

	private static final Subject OURS = Subject.of(Contestant.REALTIME4J);

	/**
	 * Return all bounds.
	 * @return the bounds in the order of the report
	 */
	static List<Bound> all() {
		List<Bound> bounds = new ArrayList<>();
		bounds.add(faster(FrameKind.MIX, Contestant.OPENAI_JAVA, 15));
		bounds.add(faster(FrameKind.MIX, Contestant.DATABIND, 3));
		bounds.add(faster(FrameKind.MIX, Contestant.SIMPLE_OPENAI, 3));
		bounds.add(new Bound(FrameKind.MIX.name(), Subject.of(Contestant.DATABIND), Kind.MEMORY, 0.4));
		bounds.add(new Bound(FrameKind.AUDIO_4800.name(), Subject.BASE64, Kind.TIME, 1.5));
		peers().forEach((peer) -> bounds.add(faster(FrameKind.AUDIO_4800, peer, 6)));
		bounds.add(faster(FrameKind.TEXT, Contestant.OPENAI_JAVA, 10));
		bounds.add(faster(FrameKind.TEXT, Contestant.DATABIND, 2.5));
		for (FrameKind kind : List.of(FrameKind.SESSION_CREATED, FrameKind.RESPONSE_DONE)) {
			bounds.add(faster(kind, Contestant.OPENAI_JAVA, 5));
			bounds.add(new Bound(kind.name(), Subject.of(Contestant.DATABIND), Kind.TIME, 1.15));
		}
		bounds.add(new Bound(Measurements.APPEND, Subject.BASE64, Kind.TIME, 1.4));
		peers().forEach((peer) -> bounds.add(new Bound(Measurements.APPEND, Subject.of(peer), Kind.FASTER, 4)));
		return bounds;
	}

	private static List<Contestant> peers() {
		return List.of(Contestant.OPENAI_JAVA, Contestant.SIMPLE_OPENAI, Contestant.VOICE_LIVE, Contestant.DATABIND);
	}

	private static Bound faster(FrameKind kind, Contestant other, double limit) {
		return new Bound(kind.name(), Subject.of(other), Kind.FASTER, limit);
	}

	/**
	 * Return the row of the report.
	 * @param measurements the numbers
	 * @return a row of a Markdown table
	 */
	String row(Measurements measurements) {
		double ratio = ratio(measurements.find(OURS, this.workload), measurements.find(this.other, this.workload));
		String outcome = (Double.isNaN(ratio)) ? "not measured" : (isMet(ratio)) ? "met" : "**not met**";
		return String.format(Locale.ROOT, "| %s | %s | %s | %s %s | %s | %s |", this.workload, this.other.title(),
				this.kind.title, (this.kind == Kind.FASTER) ? "at least" : "at most", format(this.limit),
				(Double.isNaN(ratio)) ? "" : format(ratio), outcome);
	}

	private double ratio(@Nullable Measurement ours, @Nullable Measurement theirs) {
		if (ours == null || theirs == null) {
			return Double.NaN;
		}
		return switch (this.kind) {
			case FASTER -> theirs.micros() / ours.micros();
			case TIME -> ours.micros() / theirs.micros();
			case MEMORY -> ours.bytes() / theirs.bytes();
		};
	}

	private boolean isMet(double ratio) {
		return (this.kind == Kind.FASTER) ? ratio >= this.limit : ratio <= this.limit;
	}

	private static String format(double value) {
		return String.format(Locale.ROOT, "%.2f", value);
	}

	/**
	 * How two measurements are compared.
	 */
	enum Kind {

		/**
		 * Their time by ours.
		 */
		FASTER("times faster"),

		/**
		 * Our time by theirs.
		 */
		TIME("share of its time"),

		/**
		 * Our allocation by theirs.
		 */
		MEMORY("share of its allocation");

		private final String title;

		Kind(String title) {
			this.title = title;
		}

	}

}
