package io.realtime4j.sample.headless;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.convert.DurationStyle;

/**
 * Options of the command line.
 *
 * @param question where the question is
 * @param answer where the answer goes
 * @param patience how long to wait for the answer
 */
record HeadlessOptions(String question, Path answer, Duration patience) {

	private static final String USAGE = "Usage: --wav=question.wav [--answer=answer.wav] [--patience=30s]";

	static HeadlessOptions of(ApplicationArguments arguments) {
		String question = value(arguments, "wav", "");
		if (question.isEmpty()) {
			throw new UsageException(USAGE);
		}
		return new HeadlessOptions(question, answer(value(arguments, "answer", "answer.wav")),
				patience(value(arguments, "patience", "30s")));
	}

	private static String value(ApplicationArguments arguments, String name, String fallback) {
		List<String> values = arguments.getOptionValues(name);
		return (values != null && !values.isEmpty()) ? values.get(0) : fallback;
	}

	private static Path answer(String name) {
		try {
			Path file = Path.of(name).toAbsolutePath();
			Path directory = file.getParent();
			if (directory == null || Files.isDirectory(file) || !Files.isDirectory(directory)) {
				throw new UsageException("The answer cannot be written to " + file + ": that is no place for a file");
			}
			return file;
		}
		catch (InvalidPathException ex) {
			throw new UsageException("'" + name + "' is not the name of a file");
		}
	}

	private static Duration patience(String text) {
		try {
			return DurationStyle.detectAndParse(text);
		}
		catch (DateTimeParseException | IllegalArgumentException ex) {
			throw new UsageException("'" + text + "' is no duration. " + USAGE);
		}
	}

}
