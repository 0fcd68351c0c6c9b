package io.realtime4j.docs;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import io.realtime4j.model.audio.Voice;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.simulator.RealtimeSimulator;
import io.realtime4j.simulator.autoconfigure.RealtimeSimulatorAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.RealtimeAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.RealtimeEventAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the README and its settings, and for the links of all pages.
 */
class ReadmeTests {

	private static final int WORDS = 700;

	private static final long IMAGE = 200 * 1024;

	private static final Pattern CODE = Pattern.compile("(?s)```.*?\n```\n");

	private static final Pattern LINK = Pattern.compile("]\\(([^)#]*)(?:#([^)]*))?\\)");

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(RealtimeAutoConfiguration.class, RealtimeEventAutoConfiguration.class))
		.withPropertyValues(settings());

	@Test
	void readmeHasFewWordsBesideTablesAndCode() {
		String prose = CODE.matcher(Pages.text("README.md")).replaceAll("");
		long words = prose.lines()
			.filter((line) -> !line.startsWith("|"))
			.flatMap((line) -> Arrays.stream(line.split("\\s+")))
			.filter((word) -> !word.isBlank())
			.count();
		assertThat(words).isLessThanOrEqualTo(WORDS);
	}

	@Test
	void yamlConfiguresTheSession() {
		this.runner.withPropertyValues("OPENAI_API_KEY=sk-test", "realtime.session.auto-open=false").run((context) -> {
			RealtimeSessionSettings settings = (RealtimeSessionSettings) context.getBean(SessionSpec.class).settings();
			assertThat(settings.instructions()).startsWith("You are the front desk of a small hotel.");
			assertThat(settings.audio().output().voice()).isEqualTo(Voice.MARIN);
			assertThat(settings.audio().input().transcription().value().model().value())
				.isEqualTo("gpt-4o-mini-transcribe");
		});
	}

	@Test
	void withoutKeyTheSimulatorAnswers() {
		this.runner.withConfiguration(AutoConfigurations.of(RealtimeSimulatorAutoConfiguration.class))
			.withPropertyValues("realtime.session.output-modalities=text")
			.run((context) -> {
				assertThat(context).hasNotFailed().hasSingleBean(RealtimeSimulator.class);
				assertThat(context.getBean(RealtimeSession.class).ask("Hello").join().text()).isNotBlank();
			});
	}

	@Test
	void withoutKeyAndSimulatorTheStartSaysWhatToSet() {
		this.runner.run((context) -> assertThat(context).getFailure()
			.rootCause()
			.hasMessageContaining("${OPENAI_API_KEY}, which could not be resolved"));
	}

	@Test
	void imagesAreSmall() {
		assertThat(Pages.ROOT.resolve("docs/images/sample.png")).isRegularFile()
			.satisfies((image) -> assertThat(Files.size(image)).isLessThan(IMAGE));
	}

	@ParameterizedTest
	@MethodSource("io.realtime4j.docs.Pages#all")
	void linksLeadSomewhere(String page) {
		List<MatchResult> links = LINK.matcher(CODE.matcher(Pages.text(page)).replaceAll("")).results().toList();
		assertThat(links.stream().filter((link) -> !leadsSomewhere(page, link)).map(MatchResult::group)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("io.realtime4j.docs.Pages#all")
	void everyPageIsInTheIndex(String page) {
		if (page.startsWith("docs/") && !page.equals(Prelude.PAGE)) {
			assertThat(Pages.text(Prelude.PAGE)).contains("(" + page.substring("docs/".length()) + ")");
		}
	}

	private static String[] settings() {
		Snippet yaml = Pages.snippets("README.md").stream().filter((snippet) -> snippet.is("yaml")).findFirst().get();
		return YamlCheck.values(yaml)
			.entrySet()
			.stream()
			.map((setting) -> setting.getKey() + "=" + setting.getValue())
			.toArray(String[]::new);
	}

	private static boolean leadsSomewhere(String page, MatchResult link) {
		if (link.group(1).matches("(https?|mailto):.*")) {
			return true;
		}
		String target = link.group(1).isEmpty() ? page
				: Pages.ROOT.relativize(Pages.ROOT.resolve(page).resolveSibling(link.group(1)).normalize()).toString();
		if (!Files.exists(Pages.ROOT.resolve(target))) {
			return false;
		}
		return link.group(2) == null
				|| Pages.text(target).lines().anyMatch((line) -> anchor(line).equals(link.group(2)));
	}

	private static String anchor(String line) {
		return line.startsWith("#")
				? line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT).replaceAll("[^\\w\\- ]", "").replace(' ', '-')
				: "";
	}

}
