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
		Path directory = Path.of(System.getProperty("protocol.dir", "../../shared/protocol"), "recordings");
		Assumptions.assumeTrue(Files.isDirectory(directory),
				() -> "No recordings at " + directory + ", set -Dprotocol.dir to check against them");
		try {
			return Files.readAllLines(directory.resolve(name + ".jsonl"))
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

}
