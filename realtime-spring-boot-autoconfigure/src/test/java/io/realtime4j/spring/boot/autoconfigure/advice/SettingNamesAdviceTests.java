package io.realtime4j.spring.boot.autoconfigure.advice;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import io.realtime4j.model.Modality;
import io.realtime4j.model.audio.Voice;
import io.realtime4j.model.session.RealtimeModel;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.model.tool.FunctionTool;
import io.realtime4j.model.tool.ToolChoiceFunction;
import io.realtime4j.model.tool.ToolChoiceMcp;
import io.realtime4j.model.tool.ToolChoiceMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SettingNamesAdvice} and {@link KnownNames}.
 */
class SettingNamesAdviceTests {

	@Test
	void misspeltNamesAreNamedWithWhatWasMeant() {
		assertThat(advice(true,
				settings().model(new RealtimeModel("gpt-realtme"))
					.audioOutput((output) -> output.voice(new Voice("marine")))
					.outputModalities(List.of(new Modality("txt")))
					.toolChoice(new ToolChoiceMode("Auto"))
					.build()))
			.containsExactly("The model 'gpt-realtme' is not known. Is 'gpt-realtime' meant?",
					"The voice 'marine' is not known. Is 'marin' meant?",
					"The output modality 'txt' is not known. Is 'text' meant?",
					"The tool choice 'Auto' is not known. Is 'auto' meant?");
	}

	@Test
	void namesOfTheServiceItselfAreNamedWithThoseThatAreKnown() {
		assertThat(advice(true, settings().audioOutput((output) -> output.voice(new Voice("nova"))).build()))
			.singleElement()
			.asString()
			.startsWith("The voice 'nova' is not known. Known are: alloy, ash,");
	}

	@Test
	void otherServicesHaveNamesOfTheirOwn() {
		RealtimeSessionSettings own = settings().model(new RealtimeModel("grok-voice"))
			.audioOutput((output) -> output.voice(new Voice("nova")))
			.build();
		assertThat(advice(false, own)).isEmpty();
		assertThat(advice(false, settings().audioOutput((output) -> output.voice(new Voice("cedra"))).build()))
			.isEmpty();
		assertThat(advice(false, settings().audioOutput((output) -> output.voice(new Voice("shimer"))).build()))
			.hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "gpt-realtime", "gpt-realtime-2027-01-01", "ft:gpt-realtime:desk", "priced-model" })
	void modelsThatAreKnownInSomeWayAreRight(String model) {
		assertThat(advice(true, settings().model(new RealtimeModel(model)).build())).isEmpty();
	}

	@Test
	void toolChoiceThatNoToolHasIsNamed() {
		RealtimeSessionSettings.Builder settings = settings()
			.tools(List.of(FunctionTool.builder().name("book").build()));
		assertThat(advice(true, settings.toolChoice(new ToolChoiceFunction("book")).build())).isEmpty();
		assertThat(advice(true, settings.toolChoice(new ToolChoiceFunction("boot")).build()))
			.containsExactly("The tool of the tool choice 'boot' is not known. Is 'book' meant?");
		assertThat(advice(true, settings.toolChoice(new ToolChoiceMcp("docs", null)).build())).hasSize(1);
	}

	@Test
	void allNamesOfTheProtocolAreKnown() {
		assertThat(KnownNames.VOICES).containsExactlyInAnyOrderElementsOf(constants(Voice.class));
		assertThat(KnownNames.MODELS).containsExactlyInAnyOrderElementsOf(constants(RealtimeModel.class));
		assertThat(KnownNames.MODALITIES).containsExactlyInAnyOrderElementsOf(constants(Modality.class));
		assertThat(KnownNames.TOOL_CHOICES).containsExactlyInAnyOrderElementsOf(constants(ToolChoiceMode.class));
	}

	private static List<String> constants(Class<?> type) {
		return Arrays.stream(type.getFields())
			.filter((field) -> Modifier.isStatic(field.getModifiers()) && field.getType().equals(type))
			.map((field) -> value(type, field))
			.toList();
	}

	private static String value(Class<?> type, Field field) {
		try {
			return (String) type.getMethod("value").invoke(field.get(null));
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static RealtimeSessionSettings.Builder settings() {
		return RealtimeSessionSettings.builder();
	}

	private static List<String> advice(boolean closed, RealtimeSessionSettings settings) {
		return new SettingNamesAdvice(closed, Set.of("priced-model")).on(settings);
	}

}
