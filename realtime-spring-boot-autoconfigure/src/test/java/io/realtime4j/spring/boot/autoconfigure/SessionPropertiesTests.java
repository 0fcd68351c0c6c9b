package io.realtime4j.spring.boot.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.realtime4j.codec.RealtimeCodec;
import io.realtime4j.event.client.SessionUpdate;
import io.realtime4j.model.session.SessionSettings;
import io.realtime4j.session.Greeting;
import io.realtime4j.spring.boot.autoconfigure.mapping.InvalidRealtimePropertyException;
import io.realtime4j.spring.boot.autoconfigure.mapping.PropertiesSessionSettingsMapper;
import io.realtime4j.spring.boot.autoconfigure.session.SessionProperties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link SessionProperties} and what becomes of them.
 */
class SessionPropertiesTests {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private static final String INPUT = "audio.input.";

	private static final String VAD = INPUT + "turn-detection.";

	private static final String SERVER_VAD = VAD + "type=server_vad;" + VAD;

	private static final String AZURE_VAD = VAD + "type=azure_semantic_vad;" + VAD;

	private static final String SEMANTIC_VAD = VAD + "type=semantic_vad;" + VAD;

	/**
	 * What decides about the session but is no setting of it, or is tested with what it
	 * configures.
	 */
	private static final Set<String> NOT_SENT = Set.of("auto-open", "fail-fast", "budget.active-time", "budget.money",
			"budget.patience", "budget.tokens", "budget.warn-at", "chat-memory.enabled", "greeting.instructions",
			"greeting.text", "guardrail.every-characters", "guardrail.failure-policy", "guardrail.reply.enabled",
			"guardrail.reply.instructions", "guardrail.reply.text", "guardrail.timeout", "history.delete-at-server",
			"history.max-items", "history.max-size", "tools.approval-timeout", "tools.max-output-length", "tools.mcp",
			"tools.spring-ai.enabled", "tools.timeout");

	@Test
	void whenNothingIsSetOnlyDefaultModelIsSent() {
		assertThat(json("")).isEqualTo(MAPPER.readTree("{\"type\":\"realtime\",\"model\":\"gpt-realtime\"}"));
	}

	@Test
	void transcriptionWithoutPropertiesSendsTypeAlone() {
		assertThat(json("type=transcription")).isEqualTo(MAPPER.readTree("{\"type\":\"transcription\"}"));
	}

	@ParameterizedTest
	@MethodSource("settings")
	void propertyIsSent(String properties, String members) {
		ObjectNode expected = (ObjectNode) MAPPER.readTree("{\"type\":\"realtime\",\"model\":\"gpt-realtime\"}");
		expected.setAll((ObjectNode) MAPPER.readTree(members));
		assertThat(json(properties)).isEqualTo(expected);
	}

	@Test
	void everyPropertyOfSessionIsTested() throws IOException {
		Set<String> tested = settings().map((arguments) -> (String) arguments.get()[0])
			.flatMap((properties) -> Arrays.stream(properties.split(";")))
			.map((property) -> property.replaceFirst("(metadata|variables)\\..*", "$1").replaceFirst("=.*", ""))
			.collect(Collectors.toCollection(TreeSet::new));
		tested.addAll(NOT_SENT);
		assertThat(tested).isEqualTo(documented());
	}

	private static Set<String> documented() throws IOException {
		try (InputStream metadata = SessionPropertiesTests.class
			.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
			return MAPPER.readTree(metadata)
				.path("properties")
				.valueStream()
				.map((property) -> property.path("name").asString())
				.filter((name) -> name.startsWith("realtime.session."))
				.map((name) -> name.substring("realtime.session.".length()))
				.collect(Collectors.toCollection(TreeSet::new));
		}
	}

	static Stream<Arguments> settings() {
		return Stream.of(general(), audio(), turnDetection(), service()).flatMap(List::stream);
	}

	private static List<Arguments> general() {
		return List.of(Arguments.of("type=realtime", "{}"),
				Arguments.of("model=gpt-realtime-2", "{\"model\":\"gpt-realtime-2\"}"),
				Arguments.of("instructions=Be kind.", "{\"instructions\":\"Be kind.\"}"),
				Arguments.of("instructions-location=classpath:instructions.txt",
						"{\"instructions\":\"Speak like a café owner.\"}"),
				Arguments.of("output-modalities=audio", "{\"output_modalities\":[\"audio\"]}"),
				Arguments.of("include=a,b", "{\"include\":[\"a\",\"b\"]}"),
				Arguments.of("tool-choice=required", "{\"tool_choice\":\"required\"}"),
				Arguments.of("tool-choice=get_weather",
						"{\"tool_choice\":{\"type\":\"function\",\"name\":\"get_weather\"}}"),
				Arguments.of("parallel-tool-calls=false", "{\"parallel_tool_calls\":false}"),
				Arguments.of("reasoning.effort=low", "{\"reasoning\":{\"effort\":\"low\"}}"),
				Arguments.of("max-output-tokens=300", "{\"max_output_tokens\":300}"),
				Arguments.of("max-output-tokens=inf", "{\"max_output_tokens\":\"inf\"}"),
				Arguments.of("temperature=0.7", "{\"temperature\":0.7}"));
	}

	private static List<Arguments> audio() {
		String pcm = "{\"format\":{\"type\":\"audio/pcm\",\"rate\":24000}}";
		return List.of(Arguments.of(INPUT + "format.type=audio/pcm", input(pcm)),
				Arguments.of(INPUT + "format.rate=24000", input(pcm)),
				Arguments.of(INPUT + "format.type=pcmu", input("{\"format\":{\"type\":\"audio/pcmu\"}}")),
				Arguments.of(INPUT + "transcription.enabled=false", input("{\"transcription\":null}")),
				Arguments.of(INPUT + "transcription.enabled=true;" + INPUT + "transcription.model=whisper-1",
						input("{\"transcription\":{\"model\":\"whisper-1\"}}")),
				Arguments.of(INPUT + "transcription.language=fr", input("{\"transcription\":{\"language\":\"fr\"}}")),
				Arguments.of(INPUT + "transcription.languages=fr,de",
						input("{\"transcription\":{\"languages\":[\"fr\",\"de\"]}}")),
				Arguments.of(INPUT + "transcription.keywords=a,b",
						input("{\"transcription\":{\"keywords\":[\"a\",\"b\"]}}")),
				Arguments.of(INPUT + "transcription.prompt=names", input("{\"transcription\":{\"prompt\":\"names\"}}")),
				Arguments.of(INPUT + "transcription.delay=low", input("{\"transcription\":{\"delay\":\"low\"}}")),
				Arguments.of(INPUT + "noise-reduction.type=near_field",
						input("{\"noise_reduction\":{\"type\":\"near_field\"}}")),
				Arguments.of(INPUT + "noise-reduction.type=x;" + INPUT + "noise-reduction.strength=0.5",
						input("{\"noise_reduction\":{\"type\":\"x\",\"strength\":0.5}}")),
				Arguments.of(INPUT + "noise-reduction.type=none", input("{\"noise_reduction\":null}")),
				Arguments.of(INPUT + "noise-reduction.type=false", input("{\"noise_reduction\":null}")),
				Arguments.of("audio.output.format.type=audio/pcma", output("{\"format\":{\"type\":\"audio/pcma\"}}")),
				Arguments.of("audio.output.format.rate=24000", output(pcm)),
				Arguments.of(INPUT + "format.rate=16000",
						input("{\"format\":{\"type\":\"audio/pcm\",\"rate\":16000}}")),
				Arguments.of("audio.output.voice=en-US-AvaNeural;audio.output.voice-type=azure-standard",
						output("{\"voice\":{\"type\":\"azure-standard\",\"name\":\"en-US-AvaNeural\"}}")),
				Arguments.of("audio.output.voice=marin", output("{\"voice\":\"marin\"}")),
				Arguments.of("audio.output.voice-id=voice_1", output("{\"voice\":{\"id\":\"voice_1\"}}")),
				Arguments.of("audio.output.speed=1.25", output("{\"speed\":1.25}")));
	}

	private static List<Arguments> turnDetection() {
		return List.of(Arguments.of(VAD + "type=none", input("{\"turn_detection\":null}")),
				Arguments.of(VAD + "type=server_vad", serverVad("")),
				Arguments.of(SERVER_VAD + "threshold=0.4", serverVad(",\"threshold\":0.4")),
				Arguments.of(SERVER_VAD + "prefix-padding=300", serverVad(",\"prefix_padding_ms\":300")),
				Arguments.of(SERVER_VAD + "silence-duration=500ms", serverVad(",\"silence_duration_ms\":500")),
				Arguments.of(SERVER_VAD + "idle-timeout=6s", serverVad(",\"idle_timeout_ms\":6000")),
				Arguments.of(SERVER_VAD + "create-response=false", serverVad(",\"create_response\":false")),
				Arguments.of(SERVER_VAD + "interrupt-response=false", serverVad(",\"interrupt_response\":false")),
				Arguments.of(VAD + "type=azure_semantic_vad", azureVad("", "")),
				Arguments.of(VAD + "type=azure_semantic_vad_en", azureVad("_en", "")),
				Arguments.of(VAD + "type=azure_semantic_vad_multilingual;" + VAD + "languages=de,nl",
						azureVad("_multilingual", ",\"languages\":[\"de\",\"nl\"]")),
				Arguments.of(AZURE_VAD + "speech-duration=80ms", azureVad("", ",\"speech_duration_ms\":80")),
				Arguments.of(AZURE_VAD + "remove-filler-words=true", azureVad("", ",\"remove_filler_words\":true")),
				Arguments.of(AZURE_VAD + "threshold=0.4;" + VAD + "prefix-padding=300;" + VAD + "silence-duration=1s",
						azureVad("", ",\"threshold\":0.4,\"prefix_padding_ms\":300,\"silence_duration_ms\":1000")),
				Arguments.of(AZURE_VAD + "create-response=false;" + VAD + "interrupt-response=true",
						azureVad("", ",\"create_response\":false,\"interrupt_response\":true")),
				Arguments.of(SEMANTIC_VAD + "create-response=false", semanticVad(",\"create_response\":false")),
				Arguments.of(SEMANTIC_VAD + "interrupt-response=false", semanticVad(",\"interrupt_response\":false")),
				Arguments.of(SEMANTIC_VAD + "eagerness=low", semanticVad(",\"eagerness\":\"low\"")));
	}

	private static List<Arguments> service() {
		return List.of(Arguments.of("tracing.mode=auto", "{\"tracing\":\"auto\"}"),
				Arguments.of("tracing.mode=none", "{\"tracing\":null}"),
				Arguments.of("tracing.workflow-name=desk", "{\"tracing\":{\"workflow_name\":\"desk\"}}"),
				Arguments.of("tracing.group-id=g1", "{\"tracing\":{\"group_id\":\"g1\"}}"),
				Arguments.of("tracing.metadata.shop=a", "{\"tracing\":{\"metadata\":{\"shop\":\"a\"}}}"),
				Arguments.of("truncation.type=auto", "{\"truncation\":\"auto\"}"),
				Arguments.of("truncation.type=disabled", "{\"truncation\":\"disabled\"}"),
				Arguments.of("truncation.retention-ratio=0.8",
						"{\"truncation\":{\"type\":\"retention_ratio\",\"retention_ratio\":0.8}}"),
				Arguments.of(
						"truncation.type=retention_ratio;truncation.retention-ratio=0.5;"
								+ "truncation.post-instructions-token-limit=8000",
						"{\"truncation\":{\"type\":\"retention_ratio\",\"retention_ratio\":0.5,"
								+ "\"token_limits\":{\"post_instructions\":8000}}}"),
				Arguments.of("prompt.id=pmpt_1", "{\"prompt\":{\"id\":\"pmpt_1\"}}"),
				Arguments.of("prompt.id=pmpt_1;prompt.version=2;prompt.variables.city=Paris",
						"{\"prompt\":{\"id\":\"pmpt_1\",\"version\":\"2\",\"variables\":{\"city\":\"Paris\"}}}"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					model=                                                     | model
					temperature=2                                              | temperature
					max-output-tokens=0                                        | max-output-tokens
					max-output-tokens=many                                     | max-output-tokens
					tool-choice=                                               | tool-choice
					instructions=a;instructions-location=classpath:instructions.txt | instructions-location
					instructions-location=classpath:absent.txt                 | instructions-location
					audio.input.format.rate=0                                  | audio.input.format.rate
					audio.output.format.type=audio/pcm;audio.output.format.rate=-1 | audio.output.format.rate
					audio.input.format.type=audio/pcmu;audio.input.format.rate=8000 | audio.input.format.rate
					audio.input.format.type=mp3                                | audio.input.format.type
					audio.input.transcription.enabled=true                     | audio.input.transcription.model
					audio.input.transcription.model=                           | audio.input.transcription.model
					audio.input.transcription.enabled=false;audio.input.transcription.language=fr | audio.input.transcription.language
					audio.input.noise-reduction.strength=0.5                   | audio.input.noise-reduction.strength
					audio.input.noise-reduction.type=                          | audio.input.noise-reduction.type
					audio.input.turn-detection.threshold=0.5                   | audio.input.turn-detection.threshold
					audio.input.turn-detection.type=none;audio.input.turn-detection.create-response=true | audio.input.turn-detection.create-response
					audio.input.turn-detection.type=server_vad;audio.input.turn-detection.threshold=1.5 | audio.input.turn-detection.threshold
					audio.input.turn-detection.type=server_vad;audio.input.turn-detection.eagerness=low | audio.input.turn-detection.eagerness
					audio.input.turn-detection.type=server_vad;audio.input.turn-detection.idle-timeout=4s | audio.input.turn-detection.idle-timeout
					audio.input.turn-detection.type=server_vad;audio.input.turn-detection.idle-timeout=31s | audio.input.turn-detection.idle-timeout
					audio.input.turn-detection.type=server_vad;audio.input.turn-detection.prefix-padding=-1 | audio.input.turn-detection.prefix-padding
					audio.input.turn-detection.type=server_vad;audio.input.turn-detection.silence-duration=-1 | audio.input.turn-detection.silence-duration
					audio.input.turn-detection.type=semantic_vad;audio.input.turn-detection.idle-timeout=6s | audio.input.turn-detection.idle-timeout
					audio.input.turn-detection.type=semantic_vad;audio.input.turn-detection.threshold=0.5 | audio.input.turn-detection.threshold
					audio.output.speed=2                                       | audio.output.speed
					audio.output.voice=                                        | audio.output.voice
					audio.output.voice=a;audio.output.voice-type=              | audio.output.voice-type
					audio.output.voice-type=azure-standard                     | audio.output.voice-type
					audio.input.turn-detection.type=server_vad;audio.input.turn-detection.languages=de | audio.input.turn-detection.languages
					audio.input.turn-detection.type=semantic_vad;audio.input.turn-detection.speech-duration=1s | audio.input.turn-detection.speech-duration
					audio.input.turn-detection.remove-filler-words=true        | audio.input.turn-detection.remove-filler-words
					audio.input.turn-detection.type=azure_semantic_vad;audio.input.turn-detection.eagerness=low | audio.input.turn-detection.eagerness
					audio.input.turn-detection.type=azure_semantic_vad;audio.input.turn-detection.idle-timeout=6s | audio.input.turn-detection.idle-timeout
					audio.input.turn-detection.type=azure_semantic_vad;audio.input.turn-detection.threshold=2 | audio.input.turn-detection.threshold
					audio.input.turn-detection.type=azure_semantic_vad;audio.input.turn-detection.speech-duration=-1 | audio.input.turn-detection.speech-duration
					audio.output.voice=marin;audio.output.voice-id=voice_1     | audio.output.voice-id
					tracing.mode=none;tracing.group-id=g                       | tracing.group-id
					truncation.type=auto;truncation.retention-ratio=0.5        | truncation.retention-ratio
					truncation.type=retention_ratio                            | truncation.retention-ratio
					truncation.retention-ratio=1.5                             | truncation.retention-ratio
					truncation.retention-ratio=0.5;truncation.post-instructions-token-limit=-1 | truncation.post-instructions-token-limit
					truncation.post-instructions-token-limit=10                | truncation.retention-ratio
					prompt.version=2                                           | prompt.version
					prompt.id=                                                 | prompt.id
					type=transcription;model=gpt-realtime                      | model
					type=transcription;instructions=Hi                         | instructions
					type=transcription;audio.output.voice=marin                | audio.output.voice
					type=transcription;tracing.metadata.a=b                    | tracing.metadata
					type=transcription;audio.input.transcription.enabled=false | audio.input.transcription.enabled
					type=transcription;greeting.text=Hi                        | greeting.text
					greeting.instructions=                                     | greeting.instructions
					greeting.text=                                             | greeting.text
					greeting.instructions=Hi;greeting.text=Hi                  | greeting.text
					""")
	void wrongPropertyIsNamed(String properties, String property) {
		assertThatExceptionOfType(InvalidRealtimePropertyException.class).isThrownBy(() -> json(properties))
			.satisfies((ex) -> assertThat(ex.getProperty()).isEqualTo("realtime.session." + property))
			.withMessageStartingWith("The property 'realtime.session." + property + "' ");
	}

	@Test
	void greetingIsInTheModelsWordsOrInFixedOnes() {
		assertThat(greeting("model=gpt-realtime")).isNull();
		assertThat(greeting("greeting.instructions=Welcome the caller."))
			.isEqualTo(Greeting.ofInstructions("Welcome the caller."));
		assertThat(greeting("greeting.text=Grand Hotel.")).isEqualTo(Greeting.ofText("Grand Hotel."));
	}

	private static @Nullable Greeting greeting(String properties) {
		return new PropertiesSessionSettingsMapper(bind(properties)).greeting();
	}

	private static JsonNode json(String properties) {
		SessionProperties session = bind(properties);
		PropertiesSessionSettingsMapper mapper = new PropertiesSessionSettingsMapper(session);
		mapper.greeting();
		SessionSettings settings = (session.getType() == SessionProperties.Type.TRANSCRIPTION)
				? mapper.transcription().build() : mapper.realtime().build();
		return MAPPER.readTree(RealtimeCodec.create().encode(SessionUpdate.of(settings))).path("session");
	}

	private static SessionProperties bind(String properties) {
		Map<String, String> values = new LinkedHashMap<>();
		for (String property : properties.isEmpty() ? new String[0] : properties.split(";")) {
			String[] parts = property.split("=", 2);
			values.put("realtime.session." + parts[0], parts[1]);
		}
		return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("realtime", RealtimeProperties.class)
			.getSession();
	}

	private static String input(String members) {
		return "{\"audio\":{\"input\":" + members + "}}";
	}

	private static String output(String members) {
		return "{\"audio\":{\"output\":" + members + "}}";
	}

	private static String serverVad(String members) {
		return input("{\"turn_detection\":{\"type\":\"server_vad\"" + members + "}}");
	}

	private static String azureVad(String variant, String members) {
		return input("{\"turn_detection\":{\"type\":\"azure_semantic_vad" + variant + "\"" + members + "}}");
	}

	private static String semanticVad(String members) {
		return input("{\"turn_detection\":{\"type\":\"semantic_vad\"" + members + "}}");
	}

}
