package io.realtime4j.benchmarks.load.process;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Options of a program, as {@code --name=value}.
 */
public final class Options {

	private final Map<String, String> values;

	private Options(Map<String, String> values) {
		this.values = values;
	}

	/**
	 * Read the arguments of a program.
	 * @param args the arguments; {@code --name} alone is {@code --name=true}
	 * @return the options
	 * @throws IllegalArgumentException if an argument is no option
	 */
	public static Options of(String... args) {
		Map<String, String> values = new LinkedHashMap<>();
		for (String arg : args) {
			if (!arg.startsWith("--")) {
				throw new IllegalArgumentException("'" + arg + "' is no option; write --name=value");
			}
			int end = arg.indexOf('=');
			values.put((end < 0) ? arg.substring(2) : arg.substring(2, end),
					(end < 0) ? "true" : arg.substring(end + 1));
		}
		return new Options(values);
	}

	/**
	 * Return a copy with other values.
	 * @param name the name of an option
	 * @param value its value
	 * @return the copy
	 */
	public Options with(String name, Object value) {
		Map<String, String> copy = new LinkedHashMap<>(this.values);
		copy.put(name, String.valueOf(value));
		return new Options(copy);
	}

	/**
	 * Refuse options that nobody reads, which are mostly misspelt.
	 * @param known the names that are read
	 * @throws IllegalArgumentException if there is another one
	 */
	public void requireOnly(Set<String> known) {
		for (String name : this.values.keySet()) {
			if (!known.contains(name)) {
				throw new IllegalArgumentException("Unknown option --" + name + ", known are " + new TreeSet<>(known));
			}
		}
	}

	/**
	 * Return a text that must be given.
	 * @param name the name of the option
	 * @return the value
	 */
	public String text(String name) {
		String value = this.values.get(name);
		if (value == null) {
			throw new IllegalArgumentException("Option --" + name + " is missing");
		}
		return value;
	}

	/**
	 * Return a text.
	 * @param name the name of the option
	 * @param other what it is if not given
	 * @return the value
	 */
	public String text(String name, String other) {
		return this.values.getOrDefault(name, other);
	}

	/**
	 * Return a number.
	 * @param name the name of the option
	 * @param other what it is if not given
	 * @return the value
	 */
	public int number(String name, int other) {
		return Integer.parseInt(text(name, String.valueOf(other)));
	}

	/**
	 * Return a time.
	 * @param name the name of the option, which is given in seconds
	 * @param other what it is if not given
	 * @return the value
	 */
	public Duration seconds(String name, Duration other) {
		return Duration
			.ofMillis(Math.round(Double.parseDouble(text(name, String.valueOf(other.toMillis() / 1e3))) * 1e3));
	}

	/**
	 * Return whether something is wanted.
	 * @param name the name of the option
	 * @return whether it is given and true
	 */
	public boolean flag(String name) {
		return Boolean.parseBoolean(text(name, "false"));
	}

	/**
	 * Return an address that must be given.
	 * @param name the name of the option
	 * @return the value
	 */
	public URI uri(String name) {
		return URI.create(text(name));
	}

	/**
	 * Return the {@code java} programs to run clients with, from {@code --java}.
	 * @return the programs, that of this JVM if none is given
	 */
	public List<Path> javas() {
		Path own = Path.of(System.getProperty("java.home"), "bin", "java");
		return Stream.of(text("java", own.toString()).split(",")).map(Path::of).toList();
	}

	/**
	 * Return the options as arguments.
	 * @return the arguments
	 */
	public List<String> arguments() {
		return this.values.entrySet().stream().map((entry) -> "--" + entry.getKey() + "=" + entry.getValue()).toList();
	}

}
