package io.realtime4j.benchmarks.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.realtime4j.benchmarks.load.client.TurnClient;
import io.realtime4j.benchmarks.load.page.TurnPages;
import io.realtime4j.benchmarks.load.process.ChildJvm;
import io.realtime4j.benchmarks.load.process.ChildProcess;
import io.realtime4j.benchmarks.load.process.Figures;
import io.realtime4j.benchmarks.load.process.Options;
import io.realtime4j.benchmarks.load.relay.RelayApplication;
import io.realtime4j.benchmarks.load.report.Report;
import io.realtime4j.benchmarks.load.report.Report.Comparison;
import io.realtime4j.benchmarks.load.report.Statistics;

/**
 * Load program that measures the cost of a turn in conversations of different lengths,
 * without and with a page that watches. It must not grow.
 */
final class Turns implements LoadProgram {

	private static final double LIMIT = 1.5;

	private static final double NANOS_PER_MICRO = 1e3;

	private static final int ROUNDS = 20;

	private static final int BLOCK = 50;

	/**
	 * How many items a turn has: of the user and of the model.
	 */
	private static final long ITEMS = 2;

	private static final int LARGE_BLOCK = 200;

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private static final List<String> JVM_OPTIONS = List.of("-Xms2g", "-Xmx2g");

	@Override
	public Set<String> options() {
		return Set.of("lengths", "warmup-turns", "rounds");
	}

	@Override
	public Report run(Options options) {
		List<Integer> lengths = Stream.of(options.text("lengths", "100,1000,20000").split(","))
			.map(Integer::valueOf)
			.toList();
		Report report = new Report("A turn of a conversation, by the turns before it");
		report
			.table(Stream.concat(Stream.of("µs a turn"), lengths.stream().map(String::valueOf)).toArray(String[]::new));
		Options workload = options.with("scenario", "turns")
			.with("sessions",
					1 + lengths.stream()
						.mapToInt((length) -> conversations(length, options.number("rounds", ROUNDS)))
						.sum());
		compare(report, "nobody watches", lengths, measureSessions(workload, lengths));
		compare(report, "a page watches", lengths, measurePages(workload, lengths));
		return report;
	}

	private static void compare(Report report, String who, List<Integer> lengths, double[] micros) {
		report.row(who, micros);
		for (int i = 1; i < micros.length; i++) {
			report.bound("times the cost after " + lengths.get(0) + " turns, after " + lengths.get(i) + ", " + who,
					Comparison.AT_MOST, LIMIT, micros[i] / micros[0]);
		}
	}

	private static double[] measureSessions(Options options, List<Integer> lengths) {
		Path java = options.javas().get(0);
		try (ServerJvm service = ServerJvm.start(options);
				ChildProcess client = ChildJvm.start(java, JVM_OPTIONS, TurnClient.class,
						options.with("url", service.baseUrl()))) {
			client.figures(PATIENCE);
			return measure(service, client, options, lengths);
		}
	}

	private static double[] measurePages(Options options, List<Integer> lengths) {
		Path java = options.javas().get(0);
		Options application = options.with("mode", "voice")
			.with("realtime.bridge.history.max-items", 1_000_000)
			.with("realtime.bridge.history.max-size", "1GB")
			.with("realtime.bridge.max-memory", "2GB");
		try (ServerJvm service = ServerJvm.start(options);
				ChildProcess bridge = ChildJvm.start(java, JVM_OPTIONS, RelayApplication.class,
						application.with("url", service.baseUrl()))) {
			String url = "ws://127.0.0.1:" + bridge.figures(PATIENCE).get("port") + "/realtime";
			try (ChildProcess pages = ChildJvm.start(Options.of().javas().get(0), List.of(), TurnPages.class,
					options.with("url", url))) {
				pages.figures(PATIENCE);
				return measure(service, pages, options, lengths);
			}
		}
	}

	// The first conversation warms up, the others have the lengths that are compared
	private static double[] measure(ServerJvm service, ChildProcess client, Options options, List<Integer> lengths) {
		int rounds = options.number("rounds", ROUNDS);
		int warmup = options.number("warmup-turns", 5000);
		fill(service, client, 0, warmup);
		int turns = warmup + rounds * BLOCK * lengths.size();
		int first = 1;
		List<Integer> firsts = new ArrayList<>();
		for (int length : lengths) {
			firsts.add(first);
			for (int i = 0; i < conversations(length, rounds); i++) {
				fill(service, client, first++, length);
				turns += length;
			}
		}
		List<List<Double>> micros = new ArrayList<>(lengths.stream().map((length) -> new ArrayList<Double>()).toList());
		for (int round = 0; round < rounds; round++) {
			for (int i = 0; i < lengths.size(); i++) {
				int conversation = firsts.get(i) + round % conversations(lengths.get(i), rounds);
				micros.get(i).add(push(service, client, conversation, BLOCK).get("nanos") / NANOS_PER_MICRO);
			}
		}
		long items = client.ask("await", PATIENCE).get("items");
		Run.require(items >= ITEMS * turns, items + " items are known of " + turns + " turns");
		return micros.stream().mapToDouble(Statistics::median).toArray();
	}

	// So many that none becomes more than twice as long while it is measured
	private static int conversations(int length, int rounds) {
		return (rounds * BLOCK + length - 1) / length;
	}

	private static void fill(ServerJvm service, ChildProcess client, int conversation, int turns) {
		for (int left = turns; left > 0; left -= LARGE_BLOCK) {
			push(service, client, conversation, Math.min(left, LARGE_BLOCK));
		}
	}

	private static Figures push(ServerJvm service, ChildProcess client, int conversation, int turns) {
		client.ask("expect=" + turns, PATIENCE);
		service.jvm().ask("push=" + conversation + "," + turns, PATIENCE);
		return client.ask("await", PATIENCE);
	}

}
