package io.realtime4j.benchmarks.load;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.realtime4j.benchmarks.load.process.ChildJvm;
import io.realtime4j.benchmarks.load.process.ChildProcess;
import io.realtime4j.benchmarks.load.process.Figures;
import io.realtime4j.benchmarks.load.process.Options;
import io.realtime4j.benchmarks.load.process.Pause;
import io.realtime4j.benchmarks.load.report.Report;
import io.realtime4j.benchmarks.load.report.Report.Comparison;
import io.realtime4j.benchmarks.load.report.Statistics;
import io.realtime4j.benchmarks.load.soak.FaultProxy;
import io.realtime4j.benchmarks.load.soak.SoakClient;
import io.realtime4j.benchmarks.load.soak.SoakServer;

/**
 * Conversations with the simulator over a network that fails at random. Three JVMs: the
 * server counts what it was told, the client what it heard, and this one does the harm.
 */
final class Soak implements LoadProgram {

	private static final double SECONDS_PER_MINUTE = 60;

	private static final double MIB = 1024 * 1024;

	private static final double HEAP_GROWTH_MIB = 4;

	private static final int SAMPLES = 20;

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	private static final List<String> JVM_OPTIONS = List.of("-Xmx512m");

	@Override
	public Set<String> options() {
		return Set.of("minutes", "sessions", "turns", "faults", "fault-every", "seed", "word-pause");
	}

	@Override
	public Report run(Options options) {
		Duration time = Duration
			.ofMillis(Math.round(Double.parseDouble(options.text("minutes", "20")) * SECONDS_PER_MINUTE * 1000));
		try (ChildProcess server = ChildJvm.start(Options.of().javas().get(0), JVM_OPTIONS, SoakServer.class, options);
				FaultProxy proxy = new FaultProxy((int) server.figures(PATIENCE).get("port"),
						options.number("seed", 1));
				ChildProcess client = ChildJvm.start(options.javas().get(0), JVM_OPTIONS, SoakClient.class,
						options.with("url", URI.create("http://127.0.0.1:" + proxy.port() + "/v1")))) {
			List<Double> heap = disturb(proxy, client, time, options);
			Figures heard = client.ask("finish", PATIENCE);
			return report(time, heard, server.ask("figures", PATIENCE), heap, proxy);
		}
	}

	private static List<Double> disturb(FaultProxy proxy, ChildProcess client, Duration time, Options options) {
		boolean faults = Boolean.parseBoolean(options.text("faults", "true"));
		Duration every = options.seconds("fault-every", Duration.ofSeconds(1));
		List<Double> heap = new ArrayList<>();
		long start = System.nanoTime();
		long elapsed = 0;
		while (elapsed < time.toNanos()) {
			if (elapsed >= heap.size() * (time.toNanos() / SAMPLES)) {
				heap.add(client.ask("heap", PATIENCE).get("heap") / MIB);
			}
			Pause.of(every);
			if (faults) {
				proxy.disturb();
			}
			elapsed = System.nanoTime() - start;
		}
		return heap;
	}

	private static Report report(Duration time, Figures heard, Figures told, List<Double> heap, FaultProxy proxy) {
		Run.require(heard.get("asked") > 0 && told.get("conversations") > 0, "Nobody said anything");
		Report report = new Report("Conversations over a network that fails, " + time.toSeconds() + " s");
		bound(report, "turns of the user missing on the server at the end", told.get("missing"));
		bound(report, "turns of the user twice on the server at the end", told.get("doubled"));
		bound(report, "turns of the user out of order", told.get("disordered"));
		bound(report, "answers twice on the server at the end", told.get("answersDoubled"));
		bound(report, "turns without an answer that the client heard", heard.get("answersLost"));
		bound(report, "answers that the client heard twice", heard.get("answersDoubled"));
		bound(report, "conversations that did not end as they should",
				heard.get("conversations") - heard.values().getOrDefault("countFinished", 0L));
		bound(report, "conversations that the server did not see to their end",
				heard.get("conversations") - told.get("conversations"));
		addHeap(report, heap);
		report.table("", "count");
		heard.values().forEach((name, value) -> report.row("client: " + name, value));
		told.values().forEach((name, value) -> report.row("server: " + name, value));
		proxy.counts().forEach((fault, count) -> report.row("fault: " + fault, count));
		return report;
	}

	private static void bound(Report report, String name, long count) {
		report.bound(name, Comparison.AT_MOST, 0, count);
	}

	private static void addHeap(Report report, List<Double> heap) {
		int third = heap.size() / 3;
		// The first third warms up
		double before = Statistics.median(heap.subList(third, Math.max(third + 1, 2 * third)));
		double after = Statistics.median(heap.subList(heap.size() - Math.max(1, third), heap.size()));
		report.bound("MiB of heap more in the last third than in the middle one", Comparison.AT_MOST, HEAP_GROWTH_MIB,
				after - before);
		report.table("MiB of heap in use, medians", "middle third", "last third").row("client", before, after);
	}

}
