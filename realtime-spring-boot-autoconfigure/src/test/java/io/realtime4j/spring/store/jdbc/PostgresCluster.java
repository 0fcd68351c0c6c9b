package io.realtime4j.spring.store.jdbc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * A PostgreSQL server of the tests' own: it is started in a directory for temporary files
 * as a user without rights, and stopped when the JVM ends. Where PostgreSQL is not
 * installed, tests that need it are skipped and say so.
 */
public final class PostgresCluster {

	private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

	private static final String USER = "postgres";

	private static @Nullable String url;

	private static @Nullable String problem;

	private PostgresCluster() {
	}

	/**
	 * Return a pool of connections to an empty database.
	 */
	public static HikariDataSource dataSource() {
		HikariDataSource dataSource = new HikariDataSource();
		dataSource.setJdbcUrl(url());
		dataSource.setUsername(USER);
		dataSource.setMaximumPoolSize(10);
		return dataSource;
	}

	public static synchronized String url() {
		if (url == null && problem == null) {
			try {
				url = start();
			}
			catch (IOException | IllegalStateException ex) {
				problem = ex.getMessage();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				problem = "interrupted";
			}
		}
		if (url == null) {
			throw new TestAbortedException("Skipped, since there is no PostgreSQL here: " + problem);
		}
		return url;
	}

	private static String start() throws IOException, InterruptedException {
		Path programs = programs();
		Path directory = Files.createTempDirectory("realtime4j-postgres");
		boolean root = "root".equals(System.getProperty("user.name"));
		List<String> as = root ? List.of("runuser", "-u", USER, "--") : List.of();
		if (root) {
			run(List.of("chown", USER, directory.toString()));
		}
		Path data = directory.resolve("data");
		run(command(as, programs.resolve("initdb"), "-D", data, "-U", USER, "-A", "trust", "-E", "UTF8", "--no-sync",
				"--no-instructions"));
		for (int attempt = 1; true; attempt++) {
			int port = freePort();
			try {
				run(command(as, programs.resolve("pg_ctl"), "-D", data, "-l", directory.resolve("log"), "-w", "-t",
						"60", "-o", "-p " + port + " -k " + directory + " -c listen_addresses=127.0.0.1 -c fsync=off",
						"start"));
				stopAtTheEnd(command(as, programs.resolve("pg_ctl"), "-D", data, "-m", "immediate", "stop"), directory);
				return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
			}
			catch (IllegalStateException ex) {
				// Somebody else may have taken the port
				if (attempt == 3) {
					throw ex;
				}
			}
		}
	}

	private static Path programs() throws IOException {
		List<Path> candidates = new ArrayList<>();
		if (Files.isDirectory(DEBIAN)) {
			try (Stream<Path> versions = Files.list(DEBIAN)) {
				versions.map((version) -> version.resolve("bin"))
					.sorted(Comparator.reverseOrder())
					.forEach(candidates::add);
			}
		}
		for (String directory : System.getenv().getOrDefault("PATH", "").split(":")) {
			candidates.add(Path.of(directory));
		}
		return candidates.stream()
			.filter((directory) -> Files.isExecutable(directory.resolve("initdb"))
					&& Files.isExecutable(directory.resolve("pg_ctl")))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("no initdb was found (Debian package 'postgresql')"));
	}

	private static List<String> command(List<String> prefix, Object... words) {
		List<String> command = new ArrayList<>(prefix);
		for (Object word : words) {
			command.add(word.toString());
		}
		return command;
	}

	private static void run(List<String> command) throws IOException, InterruptedException {
		Path output = Files.createTempFile("realtime4j-postgres", ".txt");
		try {
			Process process = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(output.toFile())
				.start();
			if (!process.waitFor(2, TimeUnit.MINUTES)) {
				process.destroyForcibly();
				throw new IllegalStateException(command + " did not end");
			}
			if (process.exitValue() != 0) {
				throw new IllegalStateException(command + " failed: " + Files.readString(output));
			}
		}
		finally {
			Files.deleteIfExists(output);
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private static void stopAtTheEnd(List<String> stop, Path directory) {
		Runtime.getRuntime().addShutdownHook(new Thread(() -> {
			try {
				run(stop);
				try (Stream<Path> files = Files.walk(directory)) {
					files.sorted(Comparator.reverseOrder()).forEach((file) -> file.toFile().delete());
				}
			}
			catch (IOException | IllegalStateException ex) {
				// The machine cleans its temporary files
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}, "stop-postgres"));
	}

}
