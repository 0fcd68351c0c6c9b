package io.realtime4j.spring.boot.autoconfigure.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the description of meters and for the dashboard: they know exactly what is
 * registered.
 */
class MetersReferenceTests {

	private static final Path SOURCES = Path.of("src/main/java");

	private static final Path DOCS = Path.of("../docs");

	private static final Pattern ROW = Pattern
		.compile("^\\| `(realtime\\.[a-z.]+)` \\| (gauge|counter|timer) \\| ([^|]*)\\|", Pattern.MULTILINE);

	private static final Pattern NAME = Pattern.compile("\"(realtime(?:\\.[a-z]+)+)\"");

	private static final Pattern METRIC = Pattern.compile("\\brealtime_[a-z_]+");

	private static final Pattern TAG = Pattern.compile("`([a-z.]+)`");

	private static final Map<String, List<String>> SUFFIXES = Map.of("gauge", List.of("", "_characters"), "counter",
			List.of("_total", "_seconds_total"), "timer",
			List.of("_seconds_count", "_seconds_sum", "_seconds_max", "_seconds_bucket"));

	@Test
	void descriptionListsWhatIsRegistered() {
		assertThat(documented().keySet()).hasSizeGreaterThan(20).isEqualTo(registered());
	}

	@Test
	void everyQueryOfTheDashboardIsAboutAMeter() {
		Set<String> metrics = metrics();
		List<String> queries = read(DOCS.resolve("grafana/realtime4j.json")).findValuesAsString("expr");
		assertThat(queries).hasSizeGreaterThan(20)
			.allSatisfy((query) -> assertThat(metricsIn(query)).isNotEmpty().isSubsetOf(metrics));
	}

	@Test
	void everyMeterIsInTheDashboard() {
		Set<String> shown = metricsIn(read(DOCS.resolve("grafana/realtime4j.json")).toString());
		assertThat(documented())
			.allSatisfy((name, meter) -> assertThat(namesOf(name, meter)).as(name).anyMatch(shown::contains));
	}

	@Test
	void everyAlertIsAboutAMeter() {
		String text = text(DOCS.resolve("operations.md"));
		String alerts = text.substring(text.indexOf("```text\n# Nobody can open a session"));
		assertThat(metricsIn(alerts.substring(0, alerts.indexOf("```\n", 7)))).hasSizeGreaterThan(4)
			.isSubsetOf(metrics());
	}

	@Test
	void queriesGroupByTagsThatThereAre() {
		Set<String> tags = documented().values()
			.stream()
			.flatMap((meter) -> meter.tags().stream())
			.map((tag) -> tag.replace('.', '_'))
			.collect(Collectors.toCollection(TreeSet::new));
		// The buckets of a histogram
		tags.add("le");
		Pattern by = Pattern.compile("by \\(([a-z_, ]+)\\)");
		Set<String> used = read(DOCS.resolve("grafana/realtime4j.json")).findValuesAsString("expr")
			.stream()
			.flatMap((query) -> by.matcher(query).results())
			.flatMap((result) -> Arrays.stream(result.group(1).split(", ")))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(used).isNotEmpty().isSubsetOf(tags);
	}

	@Test
	void panelsOfTheDashboardHavePlacesOfTheirOwn() {
		JsonNode panels = read(DOCS.resolve("grafana/realtime4j.json")).path("panels");
		assertThat(panels.findValuesAsString("id")).hasSize(panels.size()).doesNotHaveDuplicates();
		assertThat(panels.findValues("gridPos")).hasSize(panels.size()).doesNotHaveDuplicates();
		assertThat(panels).allSatisfy((panel) -> assertThat(panels)
			.filteredOn((other) -> !other.equals(panel) && overlap(panel.path("gridPos"), other.path("gridPos")))
			.isEmpty());
	}

	private static boolean overlap(JsonNode one, JsonNode other) {
		return overlap(one, other, "x", "w") && overlap(one, other, "y", "h");
	}

	private static boolean overlap(JsonNode one, JsonNode other, String place, String size) {
		return one.path(place).asInt() < other.path(place).asInt() + other.path(size).asInt()
				&& other.path(place).asInt() < one.path(place).asInt() + one.path(size).asInt();
	}

	private static Map<String, Meter> documented() {
		Map<String, Meter> meters = new TreeMap<>();
		ROW.matcher(text(DOCS.resolve("operations.md")))
			.results()
			.forEach((row) -> meters.put(row.group(1),
					new Meter(row.group(2), TAG.matcher(row.group(3)).results().map((tag) -> tag.group(1)).toList())));
		return meters;
	}

	// Meters are registered by their names in the sources that know Micrometer's meters
	private static Set<String> registered() {
		try (Stream<Path> files = Files.walk(SOURCES)) {
			return files.filter((file) -> file.toString().endsWith(".java"))
				.map(MetersReferenceTests::text)
				.filter((source) -> source.contains("import io.micrometer.core.instrument."))
				.flatMap((source) -> NAME.matcher(source).results())
				.map((name) -> name.group(1))
				.collect(Collectors.toCollection(TreeSet::new));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Set<String> metrics() {
		return documented().entrySet()
			.stream()
			.flatMap((entry) -> namesOf(entry.getKey(), entry.getValue()).stream())
			.collect(Collectors.toSet());
	}

	private static List<String> namesOf(String name, Meter meter) {
		return SUFFIXES.getOrDefault(meter.kind(), List.of())
			.stream()
			.map((suffix) -> name.replace('.', '_') + suffix)
			.toList();
	}

	private static Set<String> metricsIn(String text) {
		return METRIC.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
	}

	private static JsonNode read(Path file) {
		return JsonMapper.shared().readTree(text(file));
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Meter as it is described.
	 *
	 * @param kind its kind
	 * @param tags its tags
	 */
	private record Meter(String kind, List<String> tags) {

	}

}
