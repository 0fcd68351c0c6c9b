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

import org.openjdk.jmh.Main;

/**
 * Runs all benchmarks and prints the report. The first argument is the mode; the others
 * are JMH's own and win over those of the mode.
 */
public final class Benchmarks {

	private static final Map<String, String> SHORT = options("-f", "1", "-wi", "4", "-w", "500ms", "-i", "5", "-r",
			"300ms");

	private static final Map<String, String> FULL = options("-f", "3", "-wi", "5", "-w", "1s", "-i", "8", "-r", "1s");

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
		List<String> given = (args.length > 0) ? Arrays.asList(args).subList(1, args.length) : List.of();
		Map<String, String> options = new LinkedHashMap<>(("full".equals(mode)) ? FULL : SHORT);
		options.put("-jvmArgsAppend", "-Xms1g -Xmx1g");
		options.put("-prof", "gc");
		options.put("-rf", "json");
		options.put("-rff", besideTheJar("benchmarks-" + mode + ".json"));
		Path result = Path.of((given.contains("-rff")) ? given.get(given.indexOf("-rff") + 1) : options.get("-rff"));
		Files.deleteIfExists(result);
		Main.main(merge(options, given));
		if (Files.exists(result)) {
			System.out.println();
			System.out.println(
					RatioReport.render(Files.readString(result), Machine.current(), LocalDate.now(ZoneOffset.UTC)));
		}
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

	private static String[] merge(Map<String, String> options, List<String> given) {
		List<String> arguments = new ArrayList<>(given);
		options.forEach((name, value) -> {
			if (!given.contains(name)) {
				arguments.addAll(List.of(name, value));
			}
		});
		return arguments.toArray(String[]::new);
	}

	private static Map<String, String> options(String... namesAndValues) {
		Map<String, String> options = new LinkedHashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			options.put(namesAndValues[i], namesAndValues[i + 1]);
		}
		return options;
	}

}
