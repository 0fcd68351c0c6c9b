package io.realtime4j.benchmarks;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.openjdk.jmh.Main;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Runs all benchmarks and prints the report. The first argument is the mode; the others
 * are JMH's own and win over those of the mode.
 */
public final class Benchmarks {

	private static final Map<String, String> SHORT = options("-f", "1", "-wi", "4", "-w", "500ms", "-i", "5", "-r",
			"300ms");

	private static final Map<String, String> FULL = options("-f", "1", "-wi", "4", "-w", "600ms", "-i", "4", "-r",
			"400ms");

	private static final int FULL_ROUNDS = 3;

	private Benchmarks() {
	}

	/**
	 * Run the benchmarks.
	 * @param args {@code short} or {@code full}, then options of JMH
	 * @throws IOException if the result cannot be written or read
	 */
	public static void main(String[] args) throws IOException {
		String mode = (args.length > 0) ? args[0] : "short";
		if (!List.of("short", "full").contains(mode)) {
			throw new IllegalArgumentException("The first argument is the mode: short or full");
		}
		List<String> given = new ArrayList<>(
				(args.length > 0) ? Arrays.asList(args).subList(1, args.length) : List.of());
		Path result = Path.of(remove("-rff", given, besideTheJar("benchmarks-" + mode + ".json")));
		Map<String, String> options = new LinkedHashMap<>(("full".equals(mode)) ? FULL : SHORT);
		options.put("-jvmArgsAppend", "-Xms1g -Xmx1g");
		options.put("-prof", "gc");
		options.put("-rf", "json");
		ArrayNode runs = run(merge(options, given), result, ("full".equals(mode)) ? FULL_ROUNDS : 1);
		if (!runs.isEmpty()) {
			Files.writeString(result, runs.toString());
			System.out.println();
			System.out.println(RatioReport.render(runs.toString(), Machine.current(), LocalDate.now(ZoneOffset.UTC)));
		}
	}

	// All benchmarks in turn, then all of them again: what else the machine does at one
	// time falls upon everybody
	private static ArrayNode run(List<String> arguments, Path result, int rounds) throws IOException {
		ArrayNode runs = JsonMapper.shared().createArrayNode();
		Path part = Path.of(result + ".part");
		for (int i = 0; i < rounds; i++) {
			Main.main(Stream.concat(arguments.stream(), Stream.of("-rff", part.toString())).toArray(String[]::new));
			if (Files.exists(part)) {
				JsonMapper.shared().readTree(Files.readString(part)).forEach(runs::add);
				Files.delete(part);
			}
		}
		return runs;
	}

	private static String remove(String option, List<String> given, String otherwise) {
		int index = given.indexOf(option);
		if (index < 0) {
			return otherwise;
		}
		given.remove(index);
		return given.remove(index);
	}

	private static String besideTheJar(String name) {
		try {
			return Path.of(Benchmarks.class.getProtectionDomain().getCodeSource().getLocation().toURI())
				.resolveSibling(name)
				.toString();
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException("The jar has no place", ex);
		}
	}

	private static List<String> merge(Map<String, String> options, List<String> given) {
		List<String> arguments = new ArrayList<>(given);
		options.forEach((name, value) -> {
			if (!given.contains(name)) {
				arguments.addAll(List.of(name, value));
			}
		});
		return arguments;
	}

	private static Map<String, String> options(String... namesAndValues) {
		Map<String, String> options = new LinkedHashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			options.put(namesAndValues[i], namesAndValues[i + 1]);
		}
		return options;
	}

}
