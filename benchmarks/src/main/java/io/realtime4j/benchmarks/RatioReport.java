package io.realtime4j.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.realtime4j.benchmarks.Measurements.Measurement;
import org.jspecify.annotations.Nullable;

/**
 * Turns the JSON result of a run into Markdown: the ratios against their bounds, and the
 * figures behind them.
 */
public final class RatioReport {

	private static final double KILOBYTE = 1000;

	private final Measurements measurements;

	private RatioReport(Measurements measurements) {
		this.measurements = measurements;
	}

	/**
	 * Print the report of a result.
	 * @param args the file that JMH wrote
	 * @throws IOException if it cannot be read
	 */
	public static void main(String[] args) throws IOException {
		if (args.length != 1) {
			throw new IllegalArgumentException("Name one file: the JSON result of JMH");
		}
		Path file = Path.of(args[0]);
		LocalDate date = LocalDate.ofInstant(Files.getLastModifiedTime(file).toInstant(), ZoneOffset.UTC);
		System.out.println(render(Files.readString(file), Machine.current(), date));
	}

	/**
	 * Write the report.
	 * @param json the result of a run
	 * @param machine the machine that measured
	 * @param date the day of the run
	 * @return the report as Markdown
	 */
	static String render(String json, Machine machine, LocalDate date) {
		RatioReport report = new RatioReport(Measurements.read(json));
		List<String> lines = new ArrayList<>();
		lines.add("- Machine: " + machine.description());
		lines.add("- JDK: " + report.measurements.jdk());
		lines.add("- Run: " + date + ", " + report.measurements.effort());
		lines.add("");
		report.addBounds(lines);
		lines.add("");
		lines.add("Microseconds per frame (append: per event), medians:");
		lines.add("");
		report.addFigures(lines, Measurement::micros);
		lines.add("");
		lines.add("Kilobytes allocated per frame (append: per event), medians:");
		lines.add("");
		report.addFigures(lines, (measurement) -> measurement.bytes() / KILOBYTE);
		return String.join("\n", lines);
	}

	private void addBounds(List<String> lines) {
		lines.add("| | compared with | | bound | measured | |");
		lines.add("|---|---|---|---|---|---|");
		Bound.all().forEach((bound) -> lines.add(bound.row(this.measurements)));
	}

	private void addFigures(List<String> lines, ToDoubleFunction<Measurement> figure) {
		List<Subject> subjects = Stream
			.concat(Stream.of(Contestant.values()).map(Subject::of), Stream.of(Subject.TOKEN_SCAN, Subject.BASE64))
			.toList();
		lines.add(row("", subjects.stream().map(Subject::title)));
		lines.add("|---|" + "---:|".repeat(subjects.size()));
		for (FrameKind kind : FrameKind.values()) {
			lines.add(row(kind.name(),
					subjects.stream().map((subject) -> cell(subject, kind.name(), kind.framesPerOperation(), figure))));
		}
		lines.add(row(Measurements.APPEND,
				subjects.stream().map((subject) -> cell(subject, Measurements.APPEND, 1, figure))));
	}

	private String cell(Subject subject, String workload, int frames, ToDoubleFunction<Measurement> figure) {
		@Nullable Measurement measurement = this.measurements.find(subject, workload);
		double value = (measurement != null) ? figure.applyAsDouble(measurement) / frames : Double.NaN;
		return (Double.isNaN(value)) ? "" : String.format(Locale.ROOT, "%.2f", value);
	}

	private static String row(String title, Stream<String> cells) {
		return "| " + title + " | " + cells.collect(Collectors.joining(" | ")) + " |";
	}

}
