package io.realtime4j.codec;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.realtime4j.audio.AudioData;
import io.realtime4j.event.client.ClientEvent;
import io.realtime4j.event.client.ConversationItemCreate;
import io.realtime4j.event.client.InputAudioBufferAppend;
import io.realtime4j.event.client.ResponseCreate;
import io.realtime4j.event.client.SessionUpdate;
import io.realtime4j.event.client.UnknownClientEvent;
import io.realtime4j.event.server.ResponseOutputAudioDelta;
import io.realtime4j.event.server.ResponseOutputTextDelta;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.event.server.UnknownServerEvent;
import io.realtime4j.model.MaxOutputTokens;
import io.realtime4j.model.Modality;
import io.realtime4j.model.audio.AudioPcm;
import io.realtime4j.model.audio.Voice;
import io.realtime4j.model.content.InputText;
import io.realtime4j.model.content.OutputText;
import io.realtime4j.model.item.AssistantMessage;
import io.realtime4j.model.item.UserMessage;
import io.realtime4j.model.response.ResponseSettings;
import io.realtime4j.model.session.AudioInput;
import io.realtime4j.model.session.AudioOutput;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.model.session.SemanticVad;
import io.realtime4j.model.session.SessionAudio;
import io.realtime4j.model.tool.FunctionTool;
import io.realtime4j.model.tool.ToolChoiceMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RealtimeCodec}.
 */
class RealtimeCodecTests {

	private final RealtimeCodec codec = RealtimeCodec.create();

	@Test
	void createWithoutDialectWritesGa() {
		assertThat(RealtimeCodec.create().dialect()).isEqualTo(Dialect.GA);
		assertThat(RealtimeCodec.create(Dialect.BETA).dialect()).isEqualTo(Dialect.BETA);
	}

	@Test
	void decodedEventEqualsTheOneThatIsBuilt() {
		String text = "{'type': 'conversation.item.create', 'item': {'type': 'message', 'role': 'user', "
				+ "'content': [{'type': 'input_text', 'text': 'Good morning'}]}}";
		ConversationItemCreate event = ConversationItemCreate.of(UserMessage.text("Good morning"));
		assertThat(client(text)).isEqualTo(event);
		Json.assertSame(this.codec.encode(event), text);
	}

	@Test
	void builtSettingsAreWritten() {
		RealtimeSessionSettings session = RealtimeSessionSettings.builder()
			.outputModalities(List.of(Modality.AUDIO))
			.audio(new SessionAudio(AudioInput.builder()
				.format(AudioPcm.at24kHz())
				.turnDetection(SemanticVad.builder().createResponse(false).build())
				.build(), AudioOutput.builder().voice(Voice.MARIN).build()))
			.tools(List.of(FunctionTool.builder().name("brew").build()))
			.toolChoice(ToolChoiceMode.REQUIRED)
			.maxOutputTokens(MaxOutputTokens.INF)
			.extra("mood", Json.value("calm"))
			.build();
		SessionUpdate event = SessionUpdate.of(session).withEventId("evt_1");
		String text = this.codec.encode(event);
		Json.assertSame(text, "{'type': 'session.update', 'event_id': 'evt_1', 'session': {'type': 'realtime', "
				+ "'output_modalities': ['audio'], 'audio': {'input': {'format': {'type': 'audio/pcm', 'rate': 24000}, "
				+ "'turn_detection': {'type': 'semantic_vad', 'create_response': false}}, "
				+ "'output': {'voice': 'marin'}}, 'tools': [{'type': 'function', 'name': 'brew'}], "
				+ "'tool_choice': 'required', 'max_output_tokens': 'inf', 'mood': 'calm'}}");
		assertThat(this.codec.decodeClientEvent(text)).isEqualTo(event);
	}

	@Test
	void builtResponseIsWritten() {
		ResponseSettings response = ResponseSettings.builder()
			.input(List.of(UserMessage.of(InputText.of("Hi")), AssistantMessage.of(OutputText.of("Hello"))))
			.maxOutputTokens(MaxOutputTokens.of(50))
			.build();
		ResponseCreate event = ResponseCreate.of(response);
		String text = this.codec.encode(event);
		Json.assertSame(text, "{'type': 'response.create', 'response': {'max_output_tokens': 50, 'input': ["
				+ "{'type': 'message', 'role': 'user', 'content': [{'type': 'input_text', 'text': 'Hi'}]}, "
				+ "{'type': 'message', 'role': 'assistant', 'content': [{'type': 'output_text', 'text': 'Hello'}]}]}}");
		assertThat(this.codec.decodeClientEvent(text)).isEqualTo(event);
	}

	@ParameterizedTest
	@ValueSource(strings = { "'inf'", "1", "4096", "9007199254740993" })
	void maxOutputTokensIsNumberOrInf(String value) {
		String text = "{'type': 'response.create', 'response': {'max_output_tokens': " + value + "}}";
		ResponseCreate event = (ResponseCreate) client(text);
		assertThat(event.response().maxOutputTokens()).isEqualTo(MaxOutputTokens.parse(value.replace("'", "")));
		Json.assertSame(this.codec.encode(event), text);
	}

	@ParameterizedTest
	@EnumSource(Dialect.class)
	void audioIsPassedOnWithoutBeingDecoded(Dialect dialect) {
		RealtimeCodec relay = RealtimeCodec.create(dialect);
		String base64 = "neither base64 nor =audio=";
		InputAudioBufferAppend append = (InputAudioBufferAppend) relay
			.decodeClientEvent("{\"type\":\"input_audio_buffer.append\",\"audio\":\"" + base64 + "\"}");
		assertThat(append.audio().base64()).isEqualTo(base64);
		assertThat(relay.encode(append)).contains('"' + base64 + '"');
		String delta = relay
			.encode(new ResponseOutputAudioDelta(null, "r", "i", 0, 0, AudioData.of(new byte[] { 1, 2, 3 })));
		ResponseOutputAudioDelta decoded = (ResponseOutputAudioDelta) relay.decodeServerEvent(delta);
		assertThat(decoded.delta().base64()).isEqualTo("AQID");
		assertThat(decoded.delta().bytes()).containsExactly(1, 2, 3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "plain", "", " \t\n\r", "\"quoted\" \\ and /slashed/", "Grüße, 中文, עברית, 🎤👩‍👩‍👧",
			"\u0000\u0001\u001f\u007f", "\u2028\u2029", "null", "{\"type\":\"error\"}" })
	void textComesBackCharacterByCharacter(String text) {
		ResponseOutputTextDelta event = new ResponseOutputTextDelta("event_1", "r", "i", 0, 1, text);
		String json = this.codec.encode(event);
		assertThat(this.codec.decodeServerEvent(json)).isEqualTo(event);
		assertThat(Json.read(json).get("delta").stringValue()).isEqualTo(text);
	}

	@Test
	void orderOfMembersAndBlanksDoNotMatter() {
		String text = "\n{ \"delta\" : \"x\", \"content_index\":1,\"extra\":{\"type\":\"error\"}, \"item_id\":\"i\",\t"
				+ "\"output_index\":0 ,\"response_id\":\"r\",\"type\":\"response.output_text.delta\" } \r\n";
		assertThat(this.codec.decodeServerEvent(text))
			.isEqualTo(new ResponseOutputTextDelta(null, "r", "i", 0, 1, "x"));
	}

	@Test
	void largeTextComesBack() {
		ResponseOutputTextDelta event = new ResponseOutputTextDelta(null, "r", "i", 0, 0, "ü".repeat(15_000_000));
		assertThat(this.codec.decodeServerEvent(this.codec.encode(event)).equals(event)).isTrue();
	}

	@Test
	void typeOfOneDirectionIsUnknownInTheOther() {
		assertThat(client("{'type': 'response.done', 'response': {}}")).isInstanceOf(UnknownClientEvent.class);
		assertThat(this.codec.decodeServerEvent("{\"type\":\"response.cancel\"}"))
			.isInstanceOf(UnknownServerEvent.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "session.input_audio_buffer.append", "session.close", "session.closed",
			"session.output_audio.delta", "session.input_transcript.delta", "session.start", "session.started" })
	void eventOfAnotherFamilyIsUnknown(String type) {
		String text = "{\"type\":\"" + type + "\",\"delta\":\"AAAA\"}";
		assertThat(this.codec.decodeServerEvent(text)).isInstanceOf(UnknownServerEvent.class);
		assertThat(this.codec.decodeClientEvent(text)).isInstanceOf(UnknownClientEvent.class);
	}

	@Test
	void eventIdOfUnknownClientEventCanBeSet() {
		ClientEvent event = client("{'type': 'tea.brew', 'event_id': 'old', 'leaves': 3}").withEventId("new");
		assertThat(event.eventId()).isEqualTo("new");
		Json.assertSame(this.codec.encode(event), "{'type': 'tea.brew', 'event_id': 'new', 'leaves': 3}");
	}

	@Test
	void modulesOfTheApplicationDoNotReachTheWire(@TempDir Path classes) throws IOException {
		Path services = Files.createDirectories(classes.resolve("META-INF/services"));
		Files.writeString(services.resolve("tools.jackson.databind.JacksonModule"), Shouting.class.getName());
		ClassLoader before = Thread.currentThread().getContextClassLoader();
		try (URLClassLoader loader = new URLClassLoader(new URL[] { classes.toUri().toURL() }, before)) {
			Thread.currentThread().setContextClassLoader(loader);
			assertThat(JsonMapper.builder().findAndAddModules().build().writeValueAsString("tea"))
				.isEqualTo("\"TEA!\"");
			assertThat(RealtimeCodec.create().encode(ResponseCreate.of().withEventId("tea")))
				.isEqualTo("{\"type\":\"response.create\",\"event_id\":\"tea\"}");
		}
		finally {
			Thread.currentThread().setContextClassLoader(before);
		}
	}

	@Test
	void oneCodecServesManyThreads() throws Exception {
		RealtimeCodec shared = RealtimeCodec.create();
		List<EventSamples.Sample> samples = EventSamples.all().toList();
		String expected = relayAll(RealtimeCodec.create(), samples);
		ExecutorService threads = Executors.newFixedThreadPool(8);
		try {
			List<Callable<String>> relays = IntStream.range(0, 64)
				.<Callable<String>>mapToObj((i) -> () -> relayAll(shared, samples))
				.toList();
			for (Future<String> relay : threads.invokeAll(relays)) {
				assertThat(relay.get()).isEqualTo(expected);
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	private static String relayAll(RealtimeCodec codec, List<EventSamples.Sample> samples) {
		return samples.stream().map((sample) -> {
			ServerEvent event = codec.decodeServerEvent(sample.text());
			return codec.encode(event) + codec.encode(codec.decodeClientEvent(sample.text()));
		}).collect(Collectors.joining("\n"));
	}

	private ClientEvent client(String text) {
		return this.codec.decodeClientEvent(Json.quoted(text));
	}

	/**
	 * A module as an application may have one: it changes how all text is written.
	 */
	public static final class Shouting extends SimpleModule {

		@Override
		public void setupModule(SetupContext context) {
			addSerializer(new StdSerializer<String>(String.class) {

				@Override
				public void serialize(String value, JsonGenerator generator, SerializationContext serialization) {
					generator.writeString(value.toUpperCase(Locale.ROOT) + "!");
				}

			});
			super.setupModule(context);
		}

	}

}
