package io.realtime4j.readme;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import io.realtime4j.audio.WavFile;
import io.realtime4j.model.audio.Voice;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.simulator.RealtimeSimulator;
import io.realtime4j.simulator.autoconfigure.RealtimeSimulatorAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.RealtimeAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.RealtimeEventAutoConfiguration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class ReadmeTests {

	private static final Path README = Path.of("..", "README.md");

	private static final Path GREETING = Path.of("greeting.wav");

	private static final String TEXT = "realtime.session.output-modalities=text";

	private static final String SOURCES = "src/test/java/io/realtime4j/readme/";

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(RealtimeSimulatorAutoConfiguration.class,
				RealtimeAutoConfiguration.class, RealtimeEventAutoConfiguration.class));

	@Test
	void configuresASessionAsItsYamlSays() {
		this.runner.withInitializer(ReadmeTests::addYaml)
			.withPropertyValues("OPENAI_API_KEY=sk-test", "realtime.session.auto-open=false")
			.run((context) -> {
				RealtimeSessionSettings settings = (RealtimeSessionSettings) context.getBean(SessionSpec.class)
					.settings();
				assertThat(settings.instructions()).startsWith("You are the front desk of a small hotel.");
				assertThat(settings.audio().output().voice()).isEqualTo(Voice.MARIN);
				assertThat(settings.audio().input().transcription().value().model().value())
					.isEqualTo("gpt-4o-mini-transcribe");
			});
	}

	@Test
	void startsAsItIsWithoutAKey() {
		this.runner.withInitializer(ReadmeTests::addYaml).withPropertyValues(TEXT).run((context) -> {
			assertThat(context).hasNotFailed().hasSingleBean(RealtimeSimulator.class);
			assertThat(context.getBean(RealtimeSession.class).ask("Hello").join().text()).isNotBlank();
		});
	}

	@Test
	void withoutAKeyAndASimulatorTheStartSaysWhatToSet() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(RealtimeAutoConfiguration.class))
			.withInitializer(ReadmeTests::addYaml)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("${OPENAI_API_KEY}, which could not be resolved"));
	}

	@Test
	void showsAComponentThatWorks(CapturedOutput output) throws Exception {
		assertThat(Files.readString(README)).contains(source("FrontDesk.java", "listener").strip());
		this.runner.withBean(FrontDesk.class).run((context) -> {
			context.getBean(FrontDesk.class).run(new DefaultApplicationArguments());
			RealtimeSession session = context.getBean(RealtimeSession.class);
			assertThat(WavFile.read(GREETING).millis()).isPositive();
			Awaitility.await().untilAsserted(() -> assertThat(output.getOut()).contains(session.id() + ": "));
		});
		Files.deleteIfExists(GREETING);
	}

	@Test
	void showsCodeThatReadsAndWritesEvents(CapturedOutput output) throws IOException {
		assertThat(Files.readString(README)).contains(source("CodecSnippet.java", "codec").strip());
		String frame = """
				{"type":"response.text.delta","event_id":"event_1","response_id":"resp_1","item_id":"item_1",\
				"output_index":0,"content_index":0,"delta":"Noon."}""";
		String[] written = CodecSnippet.run(frame, RealtimeSessionSettings.builder().instructions("Sing.").build());
		assertThat(output.getOut()).isEqualTo("Noon.");
		assertThat(written[0]).contains("\"What is the time?\"").contains("conversation.item.create");
		assertThat(written[1]).isEqualTo("{\"type\":\"session.update\",\"session\":{\"instructions\":\"Sing.\"}}");
	}

	static String source(String file, String tag) throws IOException {
		String text = Files.readString(Path.of(SOURCES + file));
		int start = text.indexOf('\n', text.indexOf("// tag::" + tag + "[]")) + 1;
		int end = text.lastIndexOf('\n', text.indexOf("// end::" + tag + "[]")) + 1;
		return text.substring(start, end).stripTrailing().stripIndent();
	}

	private static void addYaml(ConfigurableApplicationContext context) {
		try {
			String readme = Files.readString(README);
			int start = readme.indexOf("```yaml\n") + "```yaml\n".length();
			String yaml = readme.substring(start, readme.indexOf("```", start));
			new YamlPropertySourceLoader().load("readme", new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)))
				.forEach(context.getEnvironment().getPropertySources()::addLast);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
