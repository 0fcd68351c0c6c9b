package io.realtime4j.spring.boot.autoconfigure;

import io.realtime4j.spring.boot.autoconfigure.advice.RealtimeAdviceAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for warnings about names that are probably wrong.
 */
@ExtendWith(OutputCaptureExtension.class)
class NamesAdviceTests {

	private final ApplicationContextRunner contextRunner = RealtimeContext.runner(ScriptedTransport.opening())
		.withConfiguration(AutoConfigurations.of(RealtimeAdviceAutoConfiguration.class))
		.withPropertyValues("realtime.session.auto-open=false");

	@Test
	void settingsThatAreProbablyWrongAreNamedOnce(CapturedOutput output) {
		this.contextRunner
			.withPropertyValues("realtime.session.model=gpt-realtme", "realtime.session.audio.output.voice=marine")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output.getAll().split("Is 'gpt-realtime' meant", -1)).hasSize(2);
		assertThat(output).contains("WARN").contains("The voice 'marine' is not known. Is 'marin' meant?");
	}

	@Test
	void modelsWithAPriceAreKnown(CapturedOutput output) {
		this.contextRunner
			.withPropertyValues("realtime.session.model=gpt-realtime9",
					"realtime.pricing.models.gpt-realtime9.minute=4")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).doesNotContain("gpt-realtime9' is not known");
	}

	@Test
	void misspeltPropertiesAreNamed(CapturedOutput output) {
		this.contextRunner
			.withPropertyValues("realtime.session.instrutions=x", "realtime.session.audio.output.pitch=1",
					"realtime.bridge.enable=true")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output)
			.contains("Nothing reads the property 'realtime.session.instrutions'."
					+ " Is 'realtime.session.instructions' meant?")
			.contains("Nothing reads the property 'realtime.session.audio.output.pitch'")
			.contains("Is 'realtime.bridge.enabled' meant?");
	}

	@Test
	void propertiesThatStandTooHighAreNamedWithTheirPlace(CapturedOutput output) {
		this.contextRunner.withPropertyValues("realtime.session.silence-duration=1s", "realtime.enabled=true")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output)
			.contains("Nothing reads the property 'realtime.session.silence-duration'."
					+ " Is 'realtime.session.audio.input.turn-detection.silence-duration' meant?")
			.doesNotContain("Nothing reads the property 'realtime.enabled'");
	}

	@Test
	void propertiesThatAreReadOrTheApplicationsOwnAreNot(CapturedOutput output) {
		this.contextRunner
			.withPropertyValues("realtime.session.instructions=x", "realtime.session.outputModalities[0]=text",
					"realtime.session.tools.mcp.docs.url=https://example.com/mcp", "realtime.desk.name=x",
					"realtime.pricing.models.[a.b].minute=1")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).doesNotContain("Nothing reads");
	}

	@Test
	void configuredNamesAreRight(CapturedOutput output) {
		this.contextRunner
			.withPropertyValues("realtime.session.model=gpt-realtime", "realtime.session.audio.output.voice=marin",
					"realtime.session.output-modalities=audio", "realtime.session.tool-choice=auto")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).doesNotContain("not known").doesNotContain("Nothing reads");
	}

}
