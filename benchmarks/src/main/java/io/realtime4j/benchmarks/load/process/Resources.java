package io.realtime4j.benchmarks.load.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

import com.sun.management.UnixOperatingSystemMXBean;

/**
 * Resources that this JVM holds.
 */
public final class Resources {

	private static final Path OPEN_FILES = Path.of("/proc/self/fd");

	private static final int COLLECTIONS = 4;

	private static final Duration SETTLING = Duration.ofMillis(100);

	private static final int FILES_BESIDE_SOCKETS = 500;

	private Resources() {
	}

	/**
	 * Return how much of the heap is used when all garbage is gone.
	 * @return the size in bytes
	 */
	public static long heap() {
		long least = Long.MAX_VALUE;
		for (int i = 0; i < COLLECTIONS; i++) {
			System.gc();
			// Cleaners and reference handlers have their turn
			Pause.of(SETTLING);
			least = Math.min(least, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
		}
		return least;
	}

	/**
	 * Return how many platform threads live.
	 * @return the number
	 */
	public static int threads() {
		return ManagementFactory.getThreadMXBean().getThreadCount();
	}

	/**
	 * Return how many files and sockets are open.
	 * @return the number
	 */
	public static long files() {
		try (Stream<Path> files = Files.list(OPEN_FILES)) {
			return files.count();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Refuse what would fail half-way.
	 * @param sockets how many sockets a JVM is going to open
	 * @throws IllegalStateException if the limit on open files does not allow them
	 */
	public static void requireFiles(int sockets) {
		if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
				&& system.getMaxFileDescriptorCount() < sockets + FILES_BESIDE_SOCKETS) {
			throw new IllegalStateException("The limit on open files is " + system.getMaxFileDescriptorCount()
					+ "; raise it: ulimit -n " + (sockets + FILES_BESIDE_SOCKETS));
		}
	}

}
