package io.realtime4j.spring.boot.autoconfigure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionState;
import io.realtime4j.spring.dispatch.WorkingSessions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for how long an application without a web server lives.
 */
class ApplicationEndTests {

	private final ApplicationContextRunner contextRunner = RealtimeContext.runner(ScriptedTransport.opening());

	@Test
	void oneThreadKeepsTheApplicationAliveWhileASessionIsOpen() {
		this.contextRunner.run((context) -> {
			RealtimeSession session = context.getBean(RealtimeSession.class);
			await().until(() -> session.state() == SessionState.OPEN);
			assertThat(keepingAlive()).containsExactly(WorkingSessions.THREAD);
			session.close();
			await().until(() -> keepingAlive().isEmpty());
		});
	}

	@Test
	void sessionThatIsNotUsedKeepsNothingAlive() {
		this.contextRunner.withPropertyValues("realtime.session.auto-open=false").run((context) -> {
			assertThat(keepingAlive()).isEmpty();
			context.getBean(RealtimeSession.class).open();
			assertThat(keepingAlive()).containsExactly(WorkingSessions.THREAD);
		});
	}

	@Test
	void applicationThatStopsIsNotKeptAlive() {
		RealtimeContext.runner(ScriptedTransport.silent()).run((context) -> {
			assertThat(keepingAlive()).containsExactly(WorkingSessions.THREAD);
			context.close();
			await().until(() -> keepingAlive().isEmpty());
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "spring.threads.virtual.enabled=false", "spring.threads.virtual.enabled=true" })
	@Timeout(120)
	void applicationEndsWhenItsSessionHasClosed(String property) throws Exception {
		Process application = start(property);
		try (BufferedReader output = application.inputReader(StandardCharsets.UTF_8);
				OutputStream input = application.getOutputStream()) {
			awaitLine(output, ConsoleApplication.STARTED);
			assertThat(application.isAlive()).isTrue();
			input.write('\n');
			input.flush();
			awaitLine(output, ConsoleApplication.CLOSED);
			assertThat(application.waitFor(60, TimeUnit.SECONDS)).isTrue();
			assertThat(application.exitValue()).isZero();
		}
		finally {
			application.destroyForcibly();
		}
	}

	private static Process start(String property) throws IOException {
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		return new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"),
				ConsoleApplication.class.getName(), "--" + property)
			.redirectErrorStream(true)
			.start();
	}

	private static void awaitLine(BufferedReader output, String line) throws IOException {
		List<String> lines = new ArrayList<>();
		String read = output.readLine();
		while (read != null && !read.endsWith(line)) {
			lines.add(read);
			read = output.readLine();
		}
		assertThat(read).as("line '%s' after %s", line, lines).isNotNull();
	}

	private static List<String> keepingAlive() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("realtime-") && !thread.isDaemon())
			.map(Thread::getName)
			.toList();
	}

}
