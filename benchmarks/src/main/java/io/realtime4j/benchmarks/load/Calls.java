package io.realtime4j.benchmarks.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import io.realtime4j.benchmarks.load.process.Options;
import io.realtime4j.benchmarks.load.process.Resources;
import io.realtime4j.benchmarks.load.relay.NodeRelay;
import io.realtime4j.benchmarks.load.relay.RelayContestant;
import io.realtime4j.benchmarks.load.report.Report;
import io.realtime4j.benchmarks.load.report.Report.Comparison;
import io.realtime4j.benchmarks.load.report.Statistics;
import org.jspecify.annotations.Nullable;

/**
 * Load program that measures the cost of a call of a page with a service, for the
 * application between them. Beside the bridge of this project stand relays that do
 * nothing but what they must.
 */
final class Calls implements LoadProgram {

	private static final double LIMIT_CPU = 1.5;

	private static final double LIMIT_NODE = 1.5;

	private static final double LIMIT_MEMORY = 200;

	private static final double NANOS_PER_MICRO = 1e3;

	private static final int SOCKETS_OF_A_CALL = 2;

	@Override
	public Set<String> options() {
		return Set.of("calls", "seconds", "warmup", "rounds", "turn", "contestants", "jvm", "deflate", "reports");
	}

	@Override
	public Report run(Options options) {
		int calls = options.number("calls", 100);
		Resources.requireFiles(calls * SOCKETS_OF_A_CALL);
		Options workload = options.with("deflate", options.text("deflate", "true"));
		Report report = new Report("A call: 10 frames a second of 4,800 B each way, " + calls + " at once");
		List<RelayContestant> contestants = contestants(options);
		NodeRelay node = (contestants.contains(RelayContestant.NODE)) ? NodeRelay.install().orElse(null) : null;
		if (node == null) {
			contestants.remove(RelayContestant.NODE);
		}
		for (Path java : options.javas()) {
			compare(report, java, contestants, workload, node);
		}
		if (node == null) {
			report.note("Without Node, which is not here or not wanted, or lacks its package ws.");
		}
		return report;
	}

	private static List<RelayContestant> contestants(Options options) {
		String names = options.text("contestants", "");
		return new ArrayList<>((names.isEmpty()) ? List.of(RelayContestant.values())
				: Stream.of(names.toUpperCase(Locale.ROOT).split(",")).map(RelayContestant::valueOf).toList());
	}

	private static void compare(Report report, Path java, List<RelayContestant> contestants, Options options,
			@Nullable NodeRelay node) {
		Map<RelayContestant, List<CallCost>> costs = new EnumMap<>(RelayContestant.class);
		for (int round = 0; round < options.number("rounds", 1); round++) {
			for (RelayContestant contestant : contestants) {
				costs.computeIfAbsent(contestant, (key) -> new ArrayList<>())
					.add(new CallRun(contestant, options).measure(java, node));
			}
		}
		report.table(java.toString(), "CPU, ms a second", "memory, KiB", "of it heap, KiB", "to the page, µs, p50",
				"p99", "to the service, µs, p50", "p99");
		costs.forEach((contestant, values) -> {
			row(report, contestant, values);
			bound(report, contestant, costs);
		});
	}

	private static void row(Report report, RelayContestant contestant, List<CallCost> costs) {
		boolean node = contestant == RelayContestant.NODE;
		report.row(contestant.title(), median(costs, CallCost::cpu), median(costs, CallCost::memory),
				(node) ? Double.NaN : median(costs, CallCost::heap),
				median(costs, (cost) -> cost.toPage().get("p50") / NANOS_PER_MICRO),
				median(costs, (cost) -> cost.toPage().get("p99") / NANOS_PER_MICRO),
				median(costs, (cost) -> cost.toService().get("p50") / NANOS_PER_MICRO),
				median(costs, (cost) -> cost.toService().get("p99") / NANOS_PER_MICRO));
	}

	private static void bound(Report report, RelayContestant contestant, Map<RelayContestant, List<CallCost>> costs) {
		if (contestant != RelayContestant.VOICE && contestant != RelayContestant.RELAY) {
			return;
		}
		List<CallCost> ours = costs.getOrDefault(contestant, List.of());
		double cpu = median(ours, CallCost::cpu);
		report.bound("ms of CPU a second of call, " + contestant.title(), Comparison.AT_MOST, LIMIT_CPU, cpu);
		report.bound("KiB for each call, " + contestant.title(), Comparison.AT_MOST, LIMIT_MEMORY,
				median(ours, CallCost::memory));
		List<CallCost> node = costs.getOrDefault(RelayContestant.NODE, List.of());
		if (!node.isEmpty()) {
			report.bound("times the CPU of the bare Node relay, " + contestant.title(), Comparison.AT_MOST, LIMIT_NODE,
					cpu / median(node, CallCost::cpu));
		}
	}

	private static double median(List<CallCost> costs, ToDoubleFunction<CallCost> figure) {
		return Statistics.median(costs.stream().map(figure::applyAsDouble).toList());
	}

}
