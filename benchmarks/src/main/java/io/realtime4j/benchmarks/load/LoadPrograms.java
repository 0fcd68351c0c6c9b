package io.realtime4j.benchmarks.load;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.realtime4j.benchmarks.load.process.ChildJvm;
import io.realtime4j.benchmarks.load.process.Options;
import io.realtime4j.benchmarks.load.report.Report;

/**
 * Runs a load program and prints its report. The first argument names the program, the
 * others are its options.
 */
public final class LoadPrograms {

	private static final Map<String, LoadProgram> PROGRAMS = new TreeMap<>(
			Map.ofEntries(Map.entry("throughput", new Throughput()), Map.entry("latency", new Latency()),
					Map.entry("idle", new Idle()), Map.entry("open", new Open()), Map.entry("cold", new Cold()),
					Map.entry("cycles", new Cycles()), Map.entry("handshake-push", new HandshakePush()),
					Map.entry("soak", new Soak()), Map.entry("calls", new Calls()), Map.entry("phones", new Phones()),
					Map.entry("turns", new Turns()), Map.entry("visitor", new Visitor())));

	private LoadPrograms() {
	}

	/**
	 * Run a program. The JVM ends with status 1 if a bound is not met.
	 * @param args the name of a program, then its options
	 */
	public static void main(String[] args) {
		Report report = run(args);
		System.out.println(report.render());
		System.exit((report.isMet()) ? 0 : 1);
	}

	static Report run(String... args) {
		LoadProgram program = (args.length > 0) ? PROGRAMS.get(args[0]) : null;
		if (program == null) {
			throw new IllegalArgumentException("The first argument names a program: " + PROGRAMS.keySet());
		}
		Options options = Options.of(Arrays.copyOfRange(args, 1, args.length));
		Set<String> known = new HashSet<>(program.options());
		known.addAll(List.of("java", ChildJvm.QUICK));
		options.requireOnly(known);
		return program.run(options);
	}

}
