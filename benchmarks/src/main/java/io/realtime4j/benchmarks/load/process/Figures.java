package io.realtime4j.benchmarks.load.process;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whole numbers with names, as one JVM tells them to another in a line.
 *
 * @param values the numbers
 */
public record Figures(Map<String, Long> values) {

	static final String PREFIX = "figures";

	/**
	 * Return no figures.
	 * @return an empty one to add to
	 */
	public static Figures none() {
		return new Figures(Map.of());
	}

	/**
	 * Return a copy with one more number.
	 * @param name the name, without space and equals sign
	 * @param value the number
	 * @return the copy
	 */
	public Figures with(String name, long value) {
		Map<String, Long> copy = new LinkedHashMap<>(this.values);
		copy.put(name, value);
		return new Figures(copy);
	}

	/**
	 * Return a number.
	 * @param name the name
	 * @return the number
	 */
	public long get(String name) {
		Long value = this.values.get(name);
		if (value == null) {
			throw new IllegalStateException("There is no figure '" + name + "' in " + this.values.keySet());
		}
		return value;
	}

	/**
	 * Tell the JVM that started this one.
	 */
	public void print() {
		System.out.println(PREFIX + " "
				+ this.values.entrySet()
					.stream()
					.map((entry) -> entry.getKey() + "=" + entry.getValue())
					.collect(Collectors.joining(" ")));
	}

	static Figures parse(String line) {
		Map<String, Long> values = new LinkedHashMap<>();
		Stream.of(line.split(" ")).filter((part) -> !part.isEmpty()).forEach((part) -> {
			int end = part.indexOf('=');
			values.put(part.substring(0, end), Long.valueOf(part.substring(end + 1)));
		});
		return new Figures(values);
	}

}
