package io.realtime4j.benchmarks.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.realtime4j.benchmarks.load.process.ChildJvm;
import io.realtime4j.benchmarks.load.process.ChildProcess;
import io.realtime4j.benchmarks.load.process.Figures;
import io.realtime4j.benchmarks.load.process.Options;

/**
 * One run of a client against a server of its own.
 *
 * @param client what the client found
 * @param server what the server did
 */
record Run(Figures client, Figures server) {

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	/**
	 * Run a client.
	 * @param java the JDK of the client
	 * @param jvmOptions the options of its JVM
	 * @param program the client
	 * @param scenario what the server does
	 * @param options the options of both
	 * @return what came of it
	 */
	static Run of(Path java, List<String> jvmOptions, Class<?> program, String scenario, Options options) {
		try (ServerJvm server = ServerJvm.start(options.with("scenario", scenario));
				ChildProcess client = ChildJvm.start(java, jvmOptions, program,
						options.with("url", server.baseUrl()))) {
			Figures figures = client.figures(PATIENCE);
			return new Run(figures, server.figures());
		}
	}

	/**
	 * Refuse a run that cannot be believed.
	 * @param plausible whether it can
	 * @param problem what is wrong
	 */
	static void require(boolean plausible, String problem) {
		if (!plausible) {
			throw new IllegalStateException(problem + ": the run is worthless");
		}
	}

}
