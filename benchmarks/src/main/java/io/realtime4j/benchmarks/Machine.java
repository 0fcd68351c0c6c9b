package io.realtime4j.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The machine on which the report is written, which is the one that measured.
 *
 * @param description its processor, how many of them, and their vector instructions
 */
public record Machine(String description) {

	private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

	private static final List<String> TELLING_FLAGS = List.of("avx2", "avx512f", "avx512bw", "avx512vl", "avx512vbmi",
			"asimd", "sve");

	/**
	 * Return the machine that this JVM runs on.
	 * @return the machine
	 */
	public static Machine current() {
		String processors = Runtime.getRuntime().availableProcessors() + " processor(s)";
		String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
		if (!Files.isReadable(CPU_INFO)) {
			return new Machine("CPU not known, " + processors + ", " + system);
		}
		try {
			List<String> lines = Files.readAllLines(CPU_INFO);
			String name = value(lines, "model name").findFirst().orElse("CPU not known");
			String flags = Stream.concat(value(lines, "flags"), value(lines, "Features"))
				.limit(1)
				.flatMap((value) -> Stream.of(value.split(" ")))
				.filter(TELLING_FLAGS::contains)
				.sorted()
				.collect(Collectors.joining(" "));
			return new Machine(
					name + " (" + ((flags.isEmpty()) ? "no vector flags" : flags) + "), " + processors + ", " + system);
		}
		catch (IOException ex) {
			return new Machine("CPU not known, " + processors + ", " + system);
		}
	}

	private static Stream<String> value(List<String> lines, String key) {
		return lines.stream()
			.filter((line) -> line.startsWith(key))
			.map((line) -> line.substring(line.indexOf(':') + 1).strip());
	}

}
