package io.realtime4j.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measurements of one run, as read from JMH's JSON result: the medians over all
 * iterations of all rounds and forks, per operation.
 */
final class Measurements {

	static final String APPEND = "APPEND";

	private final Map<Key, List<JsonNode>> runs = new LinkedHashMap<>();

	private final String jdk;

	private final String effort;

	private Measurements(String jdk, String effort) {
		this.jdk = jdk;
		this.effort = effort;
	}

	/**
	 * Read the result of a run.
	 * @param json the text that JMH wrote
	 * @return the measurements
	 */
	static Measurements read(String json) {
		JsonNode runs = JsonMapper.shared().readTree(json);
		if (runs.isEmpty()) {
			throw new IllegalArgumentException("The result holds no measurement");
		}
		JsonNode first = runs.get(0);
		Measurements measurements = new Measurements(
				first.path("vmName").asString() + " " + first.path("vmVersion").asString(),
				"%s fork(s) in each round, %s x %s of warm-up, %s x %s measured".formatted(
						first.path("forks").asString(), first.path("warmupIterations").asString(),
						first.path("warmupTime").asString(), first.path("measurementIterations").asString(),
						first.path("measurementTime").asString()));
		runs.forEach((run) -> measurements.runs.computeIfAbsent(key(run), (key) -> new ArrayList<>()).add(run));
		return measurements;
	}

	String jdk() {
		return this.jdk;
	}

	String effort() {
		int rounds = this.runs.values().stream().mapToInt(List::size).max().orElse(0);
		return rounds + " round(s), " + this.effort;
	}

	@Nullable Measurement find(Subject subject, String workload) {
		List<JsonNode> found = this.runs.get(new Key(subject.key(), workload));
		return (found != null) ? new Measurement(median(found, (run) -> run.path("primaryMetric")),
				median(found, (run) -> run.path("secondaryMetrics").path("gc.alloc.rate.norm"))) : null;
	}

	private static Key key(JsonNode run) {
		String benchmark = run.path("benchmark").asString();
		String method = benchmark.substring(benchmark.lastIndexOf('.') + 1);
		JsonNode params = run.path("params");
		String subject = switch (method) {
			case "base64" -> Subject.BASE64.key();
			case "tokenScan" -> Subject.TOKEN_SCAN.key();
			default -> params.path("contestant").asString();
		};
		return new Key(subject, params.path("frame").asString(params.path("speech").asString(APPEND)));
	}

	private static double median(List<JsonNode> runs, UnaryOperator<JsonNode> metric) {
		List<Double> scores = new ArrayList<>();
		for (JsonNode run : runs) {
			for (JsonNode fork : metric.apply(run).path("rawData")) {
				fork.forEach((score) -> scores.add(score.asDouble()));
			}
		}
		if (scores.isEmpty()) {
			return Double.NaN;
		}
		Collections.sort(scores);
		int middle = scores.size() / 2;
		return (scores.size() % 2 == 1) ? scores.get(middle) : (scores.get(middle - 1) + scores.get(middle)) / 2;
	}

	/**
	 * Cost of one operation.
	 *
	 * @param micros the time in microseconds
	 * @param bytes the memory that it allocates, not a number if that was not measured
	 */
	record Measurement(double micros, double bytes) {

	}

	/**
	 * Who did what.
	 */
	private record Key(String subject, String workload) {

	}

}
