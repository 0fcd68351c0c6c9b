package io.realtime4j.benchmarks.load.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts JVMs with the class path of this one.
 */
public final class ChildJvm {

	/**
	 * The option that makes JVMs start quickly and run slowly: good to see that a program
	 * runs, and for nothing else.
	 */
	public static final String QUICK = "quick";

	private static final List<String> QUICK_OPTIONS = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
			"-XX:-AlwaysPreTouch", "-Xms16m", "-D" + Resources.COLLECTIONS + "=1");

	private ChildJvm() {
	}

	/**
	 * Start a JVM.
	 * @param java the program
	 * @param jvmOptions the options of the JVM
	 * @param program the class to run
	 * @param options the options of that class
	 * @return the JVM
	 */
	public static ChildProcess start(Path java, List<String> jvmOptions, Class<?> program, Options options) {
		List<String> command = new ArrayList<>();
		command.add(java.toString());
		command.addAll(jvmOptions);
		if (options.flag(QUICK)) {
			command.addAll(QUICK_OPTIONS);
		}
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
		command.addAll(options.arguments());
		return ChildProcess.start(program.getSimpleName(), command);
	}

}
