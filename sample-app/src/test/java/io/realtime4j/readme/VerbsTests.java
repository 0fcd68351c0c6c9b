package io.realtime4j.readme;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionState;
import io.realtime4j.simulator.autoconfigure.RealtimeSimulatorAutoConfiguration;
import io.realtime4j.speech.Answer;
import io.realtime4j.speech.Transcript;
import io.realtime4j.spring.boot.autoconfigure.RealtimeAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.RealtimeEventAutoConfiguration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class VerbsTests {

	private static final List<Path> FILES = List.of(Path.of("answer.wav"), Path.of("question.wav"),
			Path.of("call.wav"));

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(RealtimeSimulatorAutoConfiguration.class,
				RealtimeAutoConfiguration.class, RealtimeEventAutoConfiguration.class))
		.withPropertyValues("realtime.session.auto-open=false", "realtime.session.model=gpt-realtime",
				"realtime.simulator.pace=50");

	@AfterEach
	void removeFiles() throws Exception {
		for (Path file : FILES) {
			Files.deleteIfExists(file);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "ask", "aloud", "microphone", "loudspeaker", "user", "listen", "transcribe" })
	void pageShowsCodeThatCompiles(String verb) throws Exception {
		assertThat(Files.readString(Path.of("..", "docs", "verbs.md")))
			.contains("```java\n" + ReadmeTests.source("VerbSnippets.java", verb).strip() + "\n```");
	}

	@Test
	void questionIsAnsweredInTextAndSound() {
		this.runner.run((context) -> {
			Answer answer = VerbSnippets.ask(context.getBean(RealtimeSession.class));
			assertThat(answer.text()).isNotBlank();
			assertThat(Path.of("answer.wav")).isNotEmptyFile();
			VerbSnippets.listen(context.getBean(RealtimeSession.class));
		});
	}

	@Test
	void spokenQuestionIsAnswered() throws Exception {
		record("question.wav");
		this.runner.run((context) -> assertThat(VerbSnippets.aloud(context.getBean(RealtimeSession.class)).text())
			.contains("seconds"));
	}

	@Test
	void userHasASessionOfItsOwn() {
		List<String> page = new CopyOnWriteArrayList<>();
		this.runner.run((context) -> {
			RealtimeSession session = VerbSnippets.user(context.getBean(RealtimeClient.class), "Ada", page::add);
			session.ask("Hello").join();
			Awaitility.await().untilAsserted(() -> assertThat(page).hasSize(1));
		});
	}

	@Test
	void recordingIsTranscribedAndItsSessionClosed() throws Exception {
		record("call.wav");
		this.runner.run((context) -> {
			Transcript transcript = VerbSnippets.transcribe(context.getBean(RealtimeClient.class));
			assertThat(transcript.text()).contains("seconds of speech");
			assertThat(transcript.segments()).isNotEmpty()
				.allSatisfy((segment) -> assertThat(segment.end()).isGreaterThan(segment.start()));
			Awaitility.await()
				.until(() -> context.getBean(RealtimeClient.class)
					.sessions()
					.stream()
					.allMatch((session) -> session.state() == SessionState.NEW));
		});
	}

	private static void record(String file) throws Exception {
		Files.copy(Path.of("src/main/resources/audio/question.wav"), Path.of(file),
				StandardCopyOption.REPLACE_EXISTING);
	}

}
