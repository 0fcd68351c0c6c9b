package io.realtime4j.benchmarks.load.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

import javax.management.JMException;
import javax.management.ObjectName;

import com.sun.management.UnixOperatingSystemMXBean;

/**
 * Resources that this JVM holds.
 */
public final class Resources {

	/**
	 * System property: how often the heap is collected before it is measured.
	 */
	static final String COLLECTIONS = "load.collections";

	private static final Path OPEN_FILES = Path.of("/proc/self/fd");

	private static final String RESIDENT = "VmRSS:";

	private static final long KIB = 1024;

	private static final int DEFAULT_COLLECTIONS = 4;

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
		for (int i = 0; i < collections(); i++) {
			System.gc();
			// Cleaners and reference handlers have their turn
			Pause.of(SETTLING);
			least = Math.min(least, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
		}
		return least;
	}

	/**
	 * Return how much of the heap was in use when it was last collected, which is done
	 * now: garbage that is made meanwhile does not count.
	 * @return the size in bytes
	 */
	public static long liveHeap() {
		long least = Long.MAX_VALUE;
		for (int i = 0; i < collections(); i++) {
			System.gc();
			least = Math.min(least,
					ManagementFactory.getMemoryPoolMXBeans()
						.stream()
						.filter((pool) -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
						.mapToLong((pool) -> pool.getCollectionUsage().getUsed())
						.sum());
			Pause.of(SETTLING);
		}
		return least;
	}

	private static int collections() {
		return Integer.getInteger(COLLECTIONS, DEFAULT_COLLECTIONS);
	}

	/**
	 * Return how much memory outside of the heap is used by the JVM for the program: its
	 * classes and compiled code.
	 * @return the size in bytes
	 */
	public static long code() {
		return ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage().getUsed();
	}

	/**
	 * Return how much memory this JVM holds without classes and compiled code, when what
	 * was freed is given back. It grows by what is outside of the heap, if all of the
	 * heap is resident from the start.
	 * @return the size in bytes
	 */
	public static long outside() {
		trim();
		return resident(ProcessHandle.current().pid()) - code();
	}

	/**
	 * Give memory that was freed outside of the heap back to the system, where the JVM
	 * can: what is resident then is in use.
	 */
	public static void trim() {
		try {
			ManagementFactory.getPlatformMBeanServer()
				.invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"), "systemTrimNativeHeap",
						new Object[0], new String[0]);
		}
		catch (JMException ex) {
			// This JVM does not know how; what it keeps counts
		}
	}

	/**
	 * Return how much memory a process holds of the machine.
	 * @param process the id of the process
	 * @return the size of its resident set in bytes
	 * @throws IllegalStateException if the system does not tell
	 */
	public static long resident(long process) {
		try (Stream<String> lines = Files.lines(Path.of("/proc/" + process + "/status"))) {
			return lines.filter((line) -> line.startsWith(RESIDENT))
				.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")) * KIB)
				.findFirst()
				.orElseThrow();
		}
		catch (IOException | NoSuchElementException ex) {
			throw new IllegalStateException("The system does not tell what process " + process + " holds", ex);
		}
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
