package io.realtime4j.simulator.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.realtime4j.simulator.wire.Json;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.node.ObjectNode;

/**
 * Recorded sessions with real services. They are no part of the project: tests that need
 * them are skipped where the system property {@code protocol.dir} does not lead to them.
 */
public final class Recordings {

	private Recordings() {
	}

	/**
	 * Return what a recorded client received.
	 * @param name the name of the recording
	 * @return the events in order
	 */
	public static List<ObjectNode> received(String name) {
		try {
			return Files.readAllLines(directory("recordings").resolve(name + ".jsonl"))
				.stream()
				.map(Json::parse)
				.filter((line) -> "received".equals(Json.text(line, "direction")) && line.has("data"))
				.map((line) -> (ObjectNode) line.path("data"))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return an example of the specification.
	 * @param schema the name of its schema
	 * @return the example
	 */
	public static ObjectNode example(String schema) {
		try {
			return Json.parse(Files.readString(directory("examples").resolve(schema + ".json")));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path directory(String name) {
		Path directory = Path.of(System.getProperty("protocol.dir", "../../shared/protocol"), name);
		Assumptions.assumeTrue(Files.isDirectory(directory),
				() -> "No " + name + " at " + directory + ", set -Dprotocol.dir to check against them");
		return directory;
	}

}
