package io.realtime4j.simulator.foreign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;

/**
 * Runs the scripts in {@code src/test/node}. What they need is installed once, and tests
 * are skipped where that cannot be.
 */
final class NodeScripts {

	/**
	 * Scripts with the clients of the service.
	 */
	static final NodeScripts OFFICIAL = new NodeScripts("node");

	/**
	 * Scripts with LiveKit, which is large.
	 */
	static final NodeScripts LIVEKIT = new NodeScripts("node-livekit");

	private static final Path SHARED = Path.of("src", "test", "node", "scene.mjs");

	private static final Duration INSTALL_TIMEOUT = Duration.ofMinutes(3);

	private static final Duration RUN_TIMEOUT = Duration.ofMinutes(3);

	private final Path sources;

	private final Path home;

	private NodeScripts(String directory) {
		this.sources = Path.of("src", "test", directory);
		this.home = Path.of("target", directory);
	}

	/**
	 * Install what the scripts need, or skip the test with the reason.
	 */
	void assumeInstalled() {
		Assumptions.assumeTrue(isThere("node") && isThere("npm"), "node and npm are not installed");
		// Tests run in more than one JVM, and install in one directory
		try (FileChannel lock = FileChannel.open(this.home.resolve("lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE)) {
			lock.lock();
			install();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void install() throws IOException {
		copySources();
		Path marker = this.home.resolve("installed.json");
		byte[] wanted = Files.readAllBytes(this.sources.resolve("package.json"));
		if (!Files.exists(marker) || Files.mismatch(marker, this.sources.resolve("package.json")) >= 0) {
			Outcome install = run(INSTALL_TIMEOUT, "npm", "install", "--no-package-lock", "--ignore-scripts",
					"--no-audit", "--no-fund", "--prefer-offline", "--fetch-retries=0");
			Assumptions.assumeTrue(install.code() == 0, () -> "npm cannot install the clients: " + install.errors());
			Files.write(marker, wanted);
		}
	}

	/**
	 * Run a script to its end.
	 * @param arguments the name of the script and its arguments
	 * @return how it ended, and what it printed
	 */
	Outcome node(String... arguments) {
		String[] command = Stream.concat(Stream.of("node"), Stream.of(arguments)).toArray(String[]::new);
		try {
			return run(RUN_TIMEOUT, command);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private boolean isThere(String program) {
		try {
			Files.createDirectories(this.home);
			return run(RUN_TIMEOUT, program, "--version").code() == 0;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private void copySources() throws IOException {
		try (Stream<Path> files = Files.list(this.sources)) {
			for (Path file : Stream.concat(files, Stream.of(SHARED)).distinct().toList()) {
				Path copy = this.home.resolve(file.getFileName());
				// Another JVM may run what is there
				if (!Files.exists(copy) || Files.mismatch(file, copy) >= 0) {
					Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
				}
			}
		}
	}

	private Outcome run(Duration timeout, String... command) throws IOException {
		Path output = Files.createTempFile(this.home.toAbsolutePath(), "output", ".txt");
		Path errors = Files.createTempFile(this.home.toAbsolutePath(), "errors", ".txt");
		Process process = new ProcessBuilder(List.of(command)).directory(this.home.toFile())
			.redirectOutput(output.toFile())
			.redirectError(errors.toFile())
			.start();
		try {
			boolean ended = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
			return new Outcome((ended) ? process.exitValue() : -1, Files.readAllLines(output),
					Files.readString(errors));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		finally {
			process.destroyForcibly();
			Files.deleteIfExists(output);
			Files.deleteIfExists(errors);
		}
	}

	/**
	 * The end of a program.
	 *
	 * @param code its exit code, -1 if it did not end
	 * @param output what it printed
	 * @param errors what it complained about
	 */
	record Outcome(int code, List<String> output, String errors) {
	}

}
