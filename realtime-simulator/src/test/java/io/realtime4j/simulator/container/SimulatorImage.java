package io.realtime4j.simulator.container;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.realtime4j.simulator.RealtimeSimulator;
import org.testcontainers.images.builder.ImageFromDockerfile;

/**
 * An image of the program, built from the class path of the tests.
 */
final class SimulatorImage {

	static final int PORT = 8099;

	private static final String BASE = "eclipse-temurin:17-jre";

	private SimulatorImage() {
	}

	static ImageFromDockerfile create() {
		ImageFromDockerfile image = new ImageFromDockerfile("realtime4j/simulator-under-test", true);
		List<String> classPath = new ArrayList<>();
		for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
			Path file = Path.of(entry);
			if (Files.exists(file) && !file.endsWith("test-classes")) {
				String name = classPath.size() + "-" + file.getFileName();
				image.withFileFromPath("app/" + name, file);
				classPath.add("/app/" + name);
			}
		}
		return image.withDockerfileFromBuilder((builder) -> builder.from(BASE)
			.copy("app", "/app")
			.expose(PORT)
			.entryPoint("java", "-cp", String.join(":", classPath), RealtimeSimulator.class.getName(), "--host=0.0.0.0",
					"--port=" + PORT)
			.build());
	}

}
