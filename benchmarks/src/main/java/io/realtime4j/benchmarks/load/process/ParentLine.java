package io.realtime4j.benchmarks.load.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * The line to the JVM that started this one. When it breaks, this JVM ends at once, so
 * that nothing of a load program outlives it.
 */
public final class ParentLine {

	private ParentLine() {
	}

	/**
	 * Listen to the other JVM.
	 * @param commands takes each line, on a thread of its own
	 */
	public static void listen(Consumer<String> commands) {
		Thread thread = new Thread(() -> read(commands), "parent");
		thread.setDaemon(true);
		thread.start();
	}

	/**
	 * Listen on the thread of the caller, which keeps this JVM alive.
	 * @param commands takes the commands of the other JVM
	 */
	public static void serve(Consumer<String> commands) {
		read(commands);
	}

	/**
	 * Listen to nothing but the end of the other JVM.
	 */
	public static void listen() {
		listen((command) -> {
		});
	}

	/**
	 * Tell the other JVM what was found, and wait until it closes the line: whatever is
	 * open stays open so long, and may be counted from outside.
	 * @param figures what was found
	 */
	public static void finish(Figures figures) {
		figures.print();
		while (true) {
			LockSupport.park();
		}
	}

	private static void read(Consumer<String> commands) {
		try (BufferedReader reader = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
			String line = reader.readLine();
			while (line != null) {
				commands.accept(line);
				line = reader.readLine();
			}
		}
		catch (IOException ex) {
			// The same as its end
		}
		Runtime.getRuntime().halt(0);
	}

}
