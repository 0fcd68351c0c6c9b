package io.realtime4j.benchmarks.load.relay;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.realtime4j.benchmarks.load.process.ChildProcess;
import io.realtime4j.benchmarks.load.process.Options;

/**
 * A bare relay on Node and {@code ws}, which is installed beside this program once.
 *
 * @param directory where it is installed
 */
public record NodeRelay(Path directory) {

	private static final List<String> FILES = List.of("package.json", "relay.mjs");

	private static final long INSTALL_MINUTES = 3;

	/**
	 * Install the relay.
	 * @return the relay, or empty where Node, npm or the package is not to be had
	 */
	public static Optional<NodeRelay> install() {
		try {
			Path program = Path.of(NodeRelay.class.getProtectionDomain().getCodeSource().getLocation().toURI());
			Path directory = Files.createDirectories(program.resolveSibling("node"));
			for (String file : FILES) {
				copy(file, directory.resolve(file));
			}
			boolean installed = Files.isDirectory(directory.resolve("node_modules/ws"))
					|| succeeds(directory, "npm", "install", "--no-package-lock", "--ignore-scripts", "--no-audit",
							"--no-fund", "--prefer-offline", "--fetch-retries=0");
			return (installed && succeeds(directory, "node", "--version")) ? Optional.of(new NodeRelay(directory))
					: Optional.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void copy(String file, Path target) throws IOException {
		try (InputStream content = NodeRelay.class.getResourceAsStream("/node/" + file)) {
			if (content == null) {
				throw new IllegalStateException("There is no resource " + file);
			}
			Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	private static boolean succeeds(Path directory, String... command) {
		try {
			Process process = new ProcessBuilder(command).directory(directory.toFile())
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.redirectError(ProcessBuilder.Redirect.DISCARD)
				.start();
			try {
				return process.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0;
			}
			finally {
				process.destroyForcibly();
			}
		}
		catch (IOException ex) {
			// It is not there
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while Node is looked for", ex);
		}
	}

	/**
	 * Start the relay.
	 * @param options {@code --url} of the service
	 * @return the process, which speaks as {@link RelayApplication} does
	 */
	public ChildProcess start(Options options) {
		return ChildProcess.start("Node",
				List.of("node", "--expose-gc", this.directory.resolve("relay.mjs").toString(), options.text("url")));
	}

}
