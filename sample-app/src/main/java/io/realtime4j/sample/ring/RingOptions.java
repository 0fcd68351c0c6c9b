package io.realtime4j.sample.ring;

import java.nio.file.Path;
import java.time.Duration;

import io.realtime4j.sample.CommandLine;

import org.springframework.boot.ApplicationArguments;

/**
 * Options of the command line.
 *
 * @param recording where the recording goes
 * @param patience how long the caller waits for an answer
 */
record RingOptions(Path recording, Duration patience) {

	private static final String USAGE = "Usage: --ring [--recording=call.wav] [--patience=30s]";

	static RingOptions of(ApplicationArguments arguments) {
		CommandLine options = new CommandLine(arguments, USAGE);
		return new RingOptions(options.file("recording", "call.wav"), options.patience());
	}

}
