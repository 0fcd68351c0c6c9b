package io.realtime4j.simulator.agent;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for an application that transcribes and has nothing else to do.
 */
class TranscribingApplicationTests {

	@Test
	@Timeout(120)
	void applicationEndsByItselfWhenTheRecordingIsTranscribed() throws Exception {
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		ProcessBuilder builder = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"),
				TranscribingApplication.class.getName());
		builder.environment().remove("OPENAI_API_KEY");
		Process application = builder.redirectErrorStream(true).start();
		try (BufferedReader output = application.inputReader(StandardCharsets.UTF_8)) {
			List<String> lines = new ArrayList<>();
			for (String line = output.readLine(); line != null; line = output.readLine()) {
				lines.add(line);
			}
			assertThat(lines).anySatisfy(
					(line) -> assertThat(line).startsWith(TranscribingApplication.DONE).contains("seconds of speech"));
			assertThat(application.waitFor(60, TimeUnit.SECONDS)).isTrue();
			assertThat(application.exitValue()).isZero();
		}
		finally {
			application.destroyForcibly();
		}
	}

}
