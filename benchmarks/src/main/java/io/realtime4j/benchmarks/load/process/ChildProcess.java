package io.realtime4j.benchmarks.load.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * A process that is spoken to by lines, and ends when it is closed or when this JVM ends,
 * whatever it is doing.
 */
public final class ChildProcess implements AutoCloseable {

	/**
	 * Command to end by itself.
	 */
	public static final String END_COMMAND = "end";

	private static final String END = "";

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final String name;

	private final Process process;

	private final PrintStream commands;

	private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

	private ChildProcess(String name, Process process) {
		this.name = name;
		this.process = process;
		this.commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
		Thread reader = new Thread(this::read, "lines-of-" + name);
		reader.setDaemon(true);
		reader.start();
	}

	/**
	 * Start a process.
	 * @param name its name for people
	 * @param command the program and its arguments
	 * @return the process
	 */
	public static ChildProcess start(String name, List<String> command) {
		try {
			return new ChildProcess(name,
					new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void read() {
		try (BufferedReader reader = new BufferedReader(
				new InputStreamReader(this.process.getInputStream(), StandardCharsets.UTF_8))) {
			reader.lines().filter((line) -> !line.isEmpty()).forEach(this.lines::add);
		}
		catch (IOException | UncheckedIOException ex) {
			// It is gone, which the end below tells
		}
		this.lines.add(END);
	}

	/**
	 * Wait for a line.
	 * @param prefix how it begins; others are skipped
	 * @param timeout the longest to wait
	 * @return the rest of the line
	 * @throws IllegalStateException if the process ended or said nothing in time
	 */
	public String await(String prefix, Duration timeout) {
		long deadline = System.nanoTime() + timeout.toNanos();
		while (true) {
			String line = poll(deadline - System.nanoTime());
			if (line == null) {
				throw new IllegalStateException(this.name + " did not say '" + prefix + "' within " + timeout);
			}
			if (line.equals(END)) {
				throw new IllegalStateException(this.name + " ended before it said '" + prefix + "'");
			}
			if (line.startsWith(prefix + " ")) {
				return line.substring(prefix.length() + 1);
			}
		}
	}

	private @Nullable String poll(long nanos) {
		try {
			return this.lines.poll(nanos, TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for " + this.name, ex);
		}
	}

	/**
	 * Wait for the figures that the program found.
	 * @param timeout the longest to wait
	 * @return the figures
	 */
	public Figures figures(Duration timeout) {
		return Figures.parse(await(Figures.PREFIX, timeout));
	}

	/**
	 * Say something and wait for the figures that answer it.
	 * @param command what to say
	 * @param timeout the longest to wait
	 * @return the figures
	 */
	public Figures ask(String command, Duration timeout) {
		this.commands.println(command);
		return figures(timeout);
	}

	/**
	 * Return the time that processors have worked for the process so far.
	 * @return the time of all of its threads together
	 */
	public Duration cpu() {
		return this.process.info()
			.totalCpuDuration()
			.orElseThrow(() -> new IllegalStateException("The system does not tell the CPU time of " + this.name));
	}

	/**
	 * Return how much memory the process holds of the machine.
	 * @return the size of its resident set in bytes
	 */
	public long resident() {
		return Resources.resident(this.process.pid());
	}

	/**
	 * Ask the process to end by itself, so that it writes what it still has to write.
	 * @param timeout the longest to wait
	 */
	public void end(Duration timeout) {
		this.commands.println(END_COMMAND);
		try {
			if (!this.process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
				throw new IllegalStateException(this.name + " did not end within " + timeout);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while " + this.name + " ends", ex);
		}
	}

	/**
	 * End the process.
	 */
	@Override
	public void close() {
		this.commands.close();
		try {
			if (!this.process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
				this.process.destroyForcibly();
			}
		}
		catch (InterruptedException ex) {
			this.process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
	}

}
