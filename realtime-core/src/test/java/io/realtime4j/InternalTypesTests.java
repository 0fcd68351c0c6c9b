package io.realtime4j;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for types of all modules that are public only for other packages of this library:
 * the description of their package says so, and they begin with "Internal", as nothing
 * else does.
 */
class InternalTypesTests {

	private static final Path MODULES = Path.of("..");

	private static final List<String> NAMES = List.of("realtime-core", "realtime-spring-boot-autoconfigure",
			"realtime-simulator");

	private static final Pattern USED = Pattern.compile("(?:Applications|Tests) [^.]*?use (\\{.*), and nothing else");

	private static final Pattern UNUSED = Pattern
		.compile("(\\{@link [^;]*) (?:is|are) for [^;]*; applications do not use (?:that one|those)\\.");

	private static final Pattern LINK = Pattern.compile("\\{@link ([\\w.]+)}");

	private static final Pattern JAVADOC = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);

	@Test
	void internalTypesSaySoAndNoOthersDo() {
		List<Path> packages = packages();
		assertThat(packages).hasSizeGreaterThan(60);
		assertThat(packages.stream().flatMap(InternalTypesTests::wronglyDescribed)).isEmpty();
	}

	private static Stream<Path> wronglyDescribed(Path directory) {
		String description = description(read(directory.resolve("package-info.java")));
		return types(directory).stream().filter((type) -> isMarked(type) != isInternal(type, description));
	}

	private static boolean isInternal(Path type, String description) {
		String name = name(type);
		if (description.toLowerCase(Locale.ROOT).contains("applications do not use it")) {
			return true;
		}
		Matcher used = USED.matcher(description);
		if (used.find()) {
			return !links(used.group(1)).contains(name);
		}
		Matcher unused = UNUSED.matcher(description);
		return unused.find() && links(unused.group(1)).contains(name);
	}

	private static boolean isMarked(Path type) {
		return description(read(type)).startsWith("Internal ");
	}

	private static List<String> links(String text) {
		return LINK.matcher(text)
			.results()
			.map((link) -> link.group(1).substring(link.group(1).lastIndexOf('.') + 1))
			.toList();
	}

	private static String description(String source) {
		return JAVADOC.matcher(source)
			.results()
			.findFirst()
			.map((MatchResult javadoc) -> javadoc.group(1).replaceAll("\\s*\\n\\s*\\* ?", " ").trim())
			.orElse("");
	}

	private static List<Path> packages() {
		return NAMES.stream()
			.map((module) -> MODULES.resolve(module).resolve("src/main/java"))
			.flatMap(InternalTypesTests::files)
			.filter((file) -> file.endsWith("package-info.java"))
			.map(Path::getParent)
			.toList();
	}

	private static List<Path> types(Path directory) {
		try (Stream<Path> files = Files.list(directory)) {
			return files.filter((file) -> file.toString().endsWith(".java"))
				.filter((file) -> Pattern
					.compile("^public [^\\n]*\\b(class|record|interface|enum) " + name(file) + "\\b", Pattern.MULTILINE)
					.matcher(read(file))
					.find())
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Stream<Path> files(Path root) {
		try (Stream<Path> files = Files.walk(root)) {
			return files.toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String name(Path file) {
		return file.getFileName().toString().replace(".java", "");
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
