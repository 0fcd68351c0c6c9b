package io.realtime4j;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one way for tests to the protocol's schema, examples and recordings, which are not
 * part of the project. Tests that need them are skipped where they are absent.
 */
public final class ProtocolFiles {

	private static final JsonMapper MAPPER = JsonMapper.shared();

	private static final Path ROOT = Path.of(System.getProperty("protocol.dir", "../../shared/protocol"));

	private ProtocolFiles() {
	}

	public static JsonNode json(String file) {
		return MAPPER.readTree(text(path(file)));
	}

	public static List<Path> list(String folder, String suffix) {
		try (Stream<Path> files = Files.list(path(folder))) {
			return files.filter((file) -> file.toString().endsWith(suffix)).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public static List<JsonNode> lines(Path file) {
		return text(file).lines().filter((line) -> !line.isBlank()).map((line) -> MAPPER.readTree(line)).toList();
	}

	private static Path path(String name) {
		Path path = ROOT.resolve(name);
		Assumptions.assumeTrue(Files.exists(path), () -> "The protocol files are not at "
				+ ROOT.toAbsolutePath().normalize() + ": set the system property protocol.dir to run this test");
		return path;
	}

}
