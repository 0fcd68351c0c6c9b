package io.realtime4j.benchmarks.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import io.realtime4j.benchmarks.load.process.ChildJvm;
import io.realtime4j.benchmarks.load.process.ChildProcess;
import io.realtime4j.benchmarks.load.process.Options;
import io.realtime4j.benchmarks.load.process.Pause;
import io.realtime4j.benchmarks.load.relay.RelayApplication;
import io.realtime4j.benchmarks.load.report.Report;
import io.realtime4j.benchmarks.load.report.Report.Comparison;
import io.realtime4j.benchmarks.load.visitor.Behaviours;
import io.realtime4j.benchmarks.load.visitor.VisitedService;
import io.realtime4j.benchmarks.load.visitor.VisitorPages;

/**
 * Load program that shows what one visitor of the bridge can take of the application with
 * all that is allowed to him, and how others fare meanwhile.
 */
final class Visitor implements LoadProgram {

	private static final int HEAP_MIB = 256;

	/**
	 * A quarter of the heap is what the bridge gives all conversations by default.
	 */
	private static final double LIMIT_MEMORY = 25;

	private static final double LIMIT_CPU = 25;

	private static final double LIMIT_ANSWER = 250;

	private static final double PERCENT = 100;

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private static final List<String> APPLICATION_OPTIONS = List.of("-Xms" + HEAP_MIB + "m", "-Xmx" + HEAP_MIB + "m",
			"-XX:+AlwaysPreTouch", "-XX:+ExitOnOutOfMemoryError");

	@Override
	public Set<String> options() {
		return Set.of("seconds", "warmup", "neighbours", "modes", "jvm");
	}

	@Override
	public Report run(Options options) {
		Report report = new Report("One visitor of the bridge, in an application with " + HEAP_MIB + " MiB of heap");
		List<Visit> visits = new ArrayList<>();
		for (String mode : options.text("modes", "voice,relay").split(",")) {
			List<Visit> ofMode = visits(mode, options);
			report.table(mode, "memory, MiB", "of it heap, MiB", "% of the processors", "pages gone, requests refused",
					"answers of others, ms, p50", "p99");
			ofMode.forEach((visit) -> report.row(visit.name(), visit.row()));
			visits.addAll(ofMode);
		}
		Run.require(sum(visits, "frames") > 0, "Others were not answered at all");
		report.bound("% of the heap for one visitor", Comparison.AT_MOST, LIMIT_MEMORY,
				PERCENT / HEAP_MIB * largest(visits, Visit::heapMib));
		report.bound("% of the processors for one visitor", Comparison.AT_MOST, LIMIT_CPU,
				largest(visits, Visit::cpuPercent));
		report.bound("ms until others are answered, p99", Comparison.AT_MOST, LIMIT_ANSWER,
				largest(visits, Visit::answerMillis));
		report.bound("others that lost their connection", Comparison.AT_MOST, 0, sum(visits, "lost"));
		report.bound("questions of others without an answer", Comparison.AT_MOST, 0, sum(visits, "unanswered"));
		return report;
	}

	private static double largest(List<Visit> visits, ToDoubleFunction<Visit> figure) {
		return visits.stream().filter((visit) -> visit.calm() != null).mapToDouble(figure).max().orElseThrow();
	}

	private static double sum(List<Visit> visits, String figure) {
		return visits.stream().mapToLong((visit) -> visit.others().get(figure)).sum();
	}

	private static List<Visit> visits(String mode, Options options) {
		Path own = Options.of().javas().get(0);
		List<String> jvm = new ArrayList<>(APPLICATION_OPTIONS);
		Stream.of(options.text("jvm", "").split(" ")).filter((option) -> !option.isEmpty()).forEach(jvm::add);
		Options application = options.with("mode", mode)
			.with("realtime.bridge.max-sessions-per-address", 5)
			.with("realtime.bridge.max-sessions", 200)
			.with("realtime.bridge.client-secret.enabled", true);
		try (ChildProcess service = ChildJvm.start(own, List.of("-Xmx1g"), VisitedService.class, options);
				ChildProcess bridge = ChildJvm.start(options.javas().get(0), jvm, RelayApplication.class,
						application.with("url", "http://127.0.0.1:" + service.figures(PATIENCE).get("port") + "/v1"))) {
			String url = "ws://127.0.0.1:" + bridge.figures(PATIENCE).get("port") + "/realtime";
			try (ChildProcess pages = ChildJvm.start(own, List.of("-Xmx1g"), VisitorPages.class,
					options.with("mode", mode).with("url", url))) {
				pages.figures(PATIENCE);
				return visits(mode, bridge, pages, options);
			}
		}
	}

	private static List<Visit> visits(String mode, ChildProcess bridge, ChildProcess pages, Options options) {
		List<String> names = Behaviours.names(mode.toLowerCase(Locale.ROOT).equals("relay"));
		Duration time = options.seconds("seconds", Duration.ofSeconds(20));
		pages.ask("visit=0", PATIENCE);
		Pause.of(options.seconds("warmup", Duration.ofSeconds(30)));
		pages.ask("leave", PATIENCE);
		List<Visit> visits = new ArrayList<>();
		Visit calm = Visit.watch("nobody", bridge, pages, time, null);
		visits.add(calm);
		for (int i = 0; i < names.size(); i++) {
			pages.ask("visit=" + i, PATIENCE);
			visits.add(Visit.watch(names.get(i), bridge, pages, time, calm));
			pages.ask("leave", PATIENCE);
		}
		return visits;
	}

}
