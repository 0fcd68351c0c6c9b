package io.realtime4j;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the description of the architecture: the types that it names are there.
 */
class ArchitectureDocumentTests {

	private static final Path ROOT = Path.of("..");

	private static final List<String> MODULES = List.of("realtime-core", "realtime-spring-boot-autoconfigure",
			"realtime-simulator");

	private static final Pattern TYPE = Pattern.compile("`((?:[a-z]\\w*\\.)+[A-Z]\\w*)");

	@Test
	void typesInTheDescriptionExist() throws IOException {
		List<String> types = TYPE.matcher(Files.readString(ROOT.resolve("docs/architecture.md")))
			.results()
			.map((type) -> type.group(1))
			.distinct()
			.toList();
		assertThat(types).hasSizeGreaterThan(30);
		assertThat(types.stream().filter((type) -> files(type).noneMatch(Files::exists))).isEmpty();
	}

	private static Stream<Path> files(String type) {
		String file = "src/main/java/io/realtime4j/%s.java".formatted(type.replace('.', '/'));
		return MODULES.stream().map((module) -> ROOT.resolve(module).resolve(file));
	}

}
