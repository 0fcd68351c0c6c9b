package io.realtime4j.sample;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.convert.DurationStyle;

/**
 * Reads the options of the command line.
 */
public final class CommandLine {

	private static final String PATIENCE = "30s";

	private final ApplicationArguments arguments;

	private final String usage;

	/**
	 * Create a reader.
	 * @param arguments the command line
	 * @param usage tells those who mistyped what there is
	 */
	public CommandLine(ApplicationArguments arguments, String usage) {
		this.arguments = arguments;
		this.usage = usage;
	}

	/**
	 * Return a value that must be given.
	 * @param name the name of the option
	 * @return the value
	 */
	public String value(String name) {
		String value = value(name, "");
		if (value.isEmpty()) {
			throw new UsageException(this.usage);
		}
		return value;
	}

	private String value(String name, String fallback) {
		List<String> values = this.arguments.getOptionValues(name);
		return (values != null && !values.isEmpty()) ? values.get(0) : fallback;
	}

	/**
	 * Return a file that is to be written.
	 * @param option the name of the option
	 * @param fallback the name of the file if none is given
	 * @return the file, whose directory exists
	 */
	public Path file(String option, String fallback) {
		String name = value(option, fallback);
		try {
			Path file = Path.of(name).toAbsolutePath();
			Path directory = file.getParent();
			if (directory == null || Files.isDirectory(file) || !Files.isDirectory(directory)) {
				throw new UsageException(
						"The " + option + " cannot be written to " + file + ": that is no place for a file");
			}
			return file;
		}
		catch (InvalidPathException ex) {
			throw new UsageException("'" + name + "' is not the name of a file");
		}
	}

	/**
	 * Return how long to wait for others.
	 * @return the duration
	 */
	public Duration patience() {
		String text = value("patience", PATIENCE);
		try {
			return DurationStyle.detectAndParse(text);
		}
		catch (DateTimeParseException | IllegalArgumentException ex) {
			throw new UsageException("'" + text + "' is no duration. " + this.usage);
		}
	}

}
