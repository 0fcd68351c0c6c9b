package io.realtime4j.benchmarks.load.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.realtime4j.benchmarks.Machine;

/**
 * Report of a program: bounds that are met or not, and the figures behind them.
 */
public final class Report {

	private final String title;

	private final List<String> lines = new ArrayList<>();

	private final List<String> bounds = new ArrayList<>();

	private boolean met = true;

	/**
	 * Create a report.
	 * @param title what was done
	 */
	public Report(String title) {
		this.title = title;
	}

	/**
	 * Add a bound.
	 * @param name what is bounded
	 * @param comparison at least or at most
	 * @param limit the bound
	 * @param measured the figure
	 * @return this report
	 */
	public Report bound(String name, Comparison comparison, double limit, double measured) {
		boolean holds = comparison.holds(measured, limit);
		this.met &= holds;
		this.bounds.add("| " + name + " | " + comparison.title + " " + number(limit) + " | " + number(measured) + " | "
				+ ((holds) ? "met" : "**not met**") + " |");
		return this;
	}

	/**
	 * Begin a table.
	 * @param titles the titles of its columns
	 * @return this report
	 */
	public Report table(String... titles) {
		this.lines.add("");
		this.lines.add("| " + String.join(" | ", titles) + " |");
		this.lines.add("|---" + "|---:".repeat(titles.length - 1) + "|");
		return this;
	}

	/**
	 * Add a row to the table.
	 * @param title what the row is about
	 * @param values its figures
	 * @return this report
	 */
	public Report row(String title, double... values) {
		StringBuilder row = new StringBuilder("| ").append(title).append(" |");
		for (double value : values) {
			row.append(' ').append(number(value)).append(" |");
		}
		this.lines.add(row.toString());
		return this;
	}

	/**
	 * Add a paragraph.
	 * @param text the text
	 * @return this report
	 */
	public Report note(String text) {
		this.lines.add("");
		this.lines.add(text);
		return this;
	}

	/**
	 * Return whether all bounds are met.
	 * @return whether they are
	 */
	public boolean isMet() {
		return this.met;
	}

	/**
	 * Return the report as Markdown.
	 * @return the text
	 */
	public String render() {
		List<String> all = new ArrayList<>(List.of("### " + this.title, "",
				"- Machine: " + Machine.current().description(),
				"- JDK: " + System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version")));
		if (!this.bounds.isEmpty()) {
			all.addAll(List.of("", "| | bound | measured | |", "|---|---|---|---|"));
			all.addAll(this.bounds);
		}
		all.addAll(this.lines);
		return String.join("\n", all) + "\n";
	}

	private static String number(double value) {
		if (Double.isNaN(value)) {
			return "";
		}
		if (value == Math.rint(value) || Math.abs(value) >= 1000) {
			return String.format(Locale.ROOT, "%,d", Math.round(value));
		}
		return String.format(Locale.ROOT, "%.2f", value);
	}

	/**
	 * How a figure is compared with its bound.
	 */
	public enum Comparison {

		/**
		 * The figure must not be smaller.
		 */
		AT_LEAST("at least"),

		/**
		 * The figure must not be larger.
		 */
		AT_MOST("at most");

		private final String title;

		Comparison(String title) {
			this.title = title;
		}

		boolean holds(double measured, double limit) {
			return (this == AT_LEAST) ? measured >= limit : measured <= limit;
		}

	}

}
