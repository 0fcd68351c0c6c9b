package io.realtime4j.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one run measured, as read from JMH's JSON result: the medians over all iterations
 * of all forks, per operation.
 */
final class Measurements {

	static final String APPEND = "APPEND";

	private final Map<Key, Measurement> values = new LinkedHashMap<>();

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
				"%s fork(s), %s x %s of warm-up, %s x %s measured".formatted(first.path("forks").asString(),
						first.path("warmupIterations").asString(), first.path("warmupTime").asString(),
						first.path("measurementIterations").asString(), first.path("measurementTime").asString()));
		for (JsonNode run : runs) {
			JsonNode allocation = run.path("secondaryMetrics").path("gc.alloc.rate.norm");
			measurements.values.put(key(run), new Measurement(median(run.path("primaryMetric")),
					(allocation.isMissingNode()) ? Double.NaN : median(allocation)));
		}
		return measurements;
	}

	String jdk() {
		return this.jdk;
	}

	String effort() {
		return this.effort;
	}

	@Nullable Measurement find(Subject subject, String workload) {
		return this.values.get(new Key(subject.key(), workload));
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

	private static double median(JsonNode metric) {
		List<Double> scores = new ArrayList<>();
		for (JsonNode fork : metric.path("rawData")) {
			for (JsonNode score : fork) {
				scores.add(score.asDouble());
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
	 * What one operation costs.
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
