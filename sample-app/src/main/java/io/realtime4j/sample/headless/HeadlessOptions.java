package io.realtime4j.sample.headless;

import java.nio.file.Path;
import java.time.Duration;

import io.realtime4j.sample.CommandLine;

import org.springframework.boot.ApplicationArguments;

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
		CommandLine options = new CommandLine(arguments, USAGE);
		return new HeadlessOptions(options.value("wav"), options.file("answer", "answer.wav"), options.patience());
	}

}
