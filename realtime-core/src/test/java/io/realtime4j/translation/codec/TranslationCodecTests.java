package io.realtime4j.translation.codec;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.realtime4j.audio.AudioData;
import io.realtime4j.model.error.RealtimeError;
import io.realtime4j.model.session.NoiseReduction;
import io.realtime4j.model.session.NoiseReductionType;
import io.realtime4j.model.transcription.AudioTranscription;
import io.realtime4j.model.transcription.TranscriptionModel;
import io.realtime4j.translation.event.ErrorEvent;
import io.realtime4j.translation.event.SessionClose;
import io.realtime4j.translation.event.SessionClosed;
import io.realtime4j.translation.event.SessionCreated;
import io.realtime4j.translation.event.SessionInputAudioBufferAppend;
import io.realtime4j.translation.event.SessionInputTranscriptDelta;
import io.realtime4j.translation.event.SessionOutputAudioDelta;
import io.realtime4j.translation.event.SessionOutputTranscriptDelta;
import io.realtime4j.translation.event.SessionUpdate;
import io.realtime4j.translation.event.SessionUpdated;
import io.realtime4j.translation.event.TranslationClientEvent;
import io.realtime4j.translation.event.TranslationEvent;
import io.realtime4j.translation.event.TranslationServerEvent;
import io.realtime4j.translation.model.TranslationAudio;
import io.realtime4j.translation.model.TranslationAudioFormat;
import io.realtime4j.translation.model.TranslationAudioInput;
import io.realtime4j.translation.model.TranslationAudioOutput;
import io.realtime4j.translation.model.TranslationModel;
import io.realtime4j.translation.model.TranslationSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests with a sample of every event of the family, beside the events that they are to
 * become.
 */
class TranslationCodecTests {

	private static final TranslationCodec CODEC = TranslationCodec.create();

	private static final AudioData AUDIO = AudioData.ofBase64("AgD9/wQAAAD4/wMA");

	private static final AudioTranscription WHISPER = AudioTranscription.builder()
		.model(TranscriptionModel.GPT_REALTIME_WHISPER)
		.build();

	private static final Map<String, TranslationClientEvent> CLIENT_EVENTS = Map.of("session.update.json",
			SessionUpdate
				.of(TranslationSettings.builder()
					.audio(new TranslationAudio(TranslationAudioInput.builder()
						.transcription(AudioTranscription.builder()
							.model(TranscriptionModel.GPT_REALTIME_WHISPER)
							.language("de")
							.build())
						.noiseReduction(NoiseReduction.of(NoiseReductionType.FAR_FIELD))
						.build(), TranslationAudioOutput.of("en")))
					.build())
				.withEventId("event_1"),
			"session.update-off.json",
			SessionUpdate.of(TranslationSettings.builder()
				.audio(new TranslationAudio(
						TranslationAudioInput.builder().transcriptionOff().noiseReductionOff().build(), null))
				.build()),
			"session.input_audio_buffer.append.json", SessionInputAudioBufferAppend.of(AUDIO).withEventId("event_2"),
			"session.close.json", SessionClose.of().withEventId("event_3"));

	private static final Map<String, TranslationServerEvent> SERVER_EVENTS = Map
		.of("error.json",
				new ErrorEvent("event_10",
						new RealtimeError("invalid_request_error", "invalid_value",
								"The language 'xx' is not supported.", "session.audio.output.language", "event_1")),
				"session.created.json",
				new SessionCreated("event_11",
						settings(TranslationAudioInput.builder().transcription(WHISPER).noiseReductionOff(), "en")),
				"session.updated.json",
				new SessionUpdated("event_12",
						settings(TranslationAudioInput.builder()
							.transcriptionOff()
							.noiseReduction(NoiseReduction.of(NoiseReductionType.NEAR_FIELD)), "pt")),
				"session.closed.json", new SessionClosed("event_13"), "session.input_transcript.delta.json",
				new SessionInputTranscriptDelta("event_14", " schöne Grüße 🎉", 1200L),
				"session.output_transcript.delta.json",
				new SessionOutputTranscriptDelta("event_15", " kind regards", 1400L), "session.output_audio.delta.json",
				new SessionOutputAudioDelta("event_16", AUDIO, 24000L, 1L, TranslationAudioFormat.PCM16, 1600L),
				"session.output_audio.delta-short.json",
				new SessionOutputAudioDelta("event_17", AudioData.ofBase64("AgD9"), null, null, null, null));

	static Stream<TranslationSample> samples() {
		return TranslationSample.all();
	}

	@ParameterizedTest
	@MethodSource("samples")
	void sampleDecodesToItsEvent(TranslationSample sample) {
		assertThat(sample.decode(CODEC)).isEqualTo(expected(sample));
		assertThat(sample.decode(CODEC).type()).isEqualTo(sample.type());
	}

	@ParameterizedTest
	@MethodSource("samples")
	void eventIsWrittenAsItsSample(TranslationSample sample) {
		String written = CODEC.encode(expected(sample));
		assertThat(TranslationSample.read(written)).isEqualTo(sample.json());
		assertThat(written).startsWith("{\"type\":\"" + sample.type() + "\"");
	}

	@Test
	void everyEventHasSample() {
		assertThat(classes(CLIENT_EVENTS)).isEqualTo(known(TranslationClientEvent.class)).hasSize(3);
		assertThat(classes(SERVER_EVENTS)).isEqualTo(known(TranslationServerEvent.class)).hasSize(7);
		assertThat(samples().map(TranslationSample::file)).doesNotHaveDuplicates()
			.hasSize(CLIENT_EVENTS.size() + SERVER_EVENTS.size());
	}

	@Test
	void updateLeavesOutWhatIsFixed() {
		TranslationSettings settings = settings(TranslationAudioInput.builder(), "en").toBuilder()
			.extra("new", TranslationSample.read("1"))
			.build();
		assertThat(CODEC.encode(SessionUpdate.of(settings.asUpdate()))).isEqualTo("{\"type\":\"session.update\","
				+ "\"session\":{\"audio\":{\"input\":{},\"output\":{\"language\":\"en\"}},\"new\":1}}");
	}

	@Test
	void settingsCanBeNoMoreThanLanguage() {
		assertThat(CODEC.encode(SessionUpdate.of(TranslationSettings.into("es"))))
			.isEqualTo("{\"type\":\"session.update\",\"session\":{\"audio\":{\"output\":{\"language\":\"es\"}}}}");
	}

	@Test
	void buildersKeepWhatTheyStartFrom() {
		TranslationAudioInput input = TranslationAudioInput.builder()
			.transcription(WHISPER)
			.noiseReductionOff()
			.extra("new", TranslationSample.read("{}"))
			.build();
		TranslationSettings settings = settings(input.toBuilder(), "en");
		assertThat(input.toBuilder().build()).isEqualTo(input);
		assertThat(settings.toBuilder().build()).isEqualTo(settings);
	}

	@Test
	void settingsKeepMembersThatAreNotKnown() {
		String json = "{\"type\":\"session.update\",\"session\":{\"audio\":{\"input\":{\"gain\":2},"
				+ "\"output\":{\"language\":\"es\",\"voice\":\"alloy\"}},\"tracing\":\"auto\"}}";
		assertThat(CODEC.encode(CODEC.decodeClientEvent(json))).isEqualTo(json);
	}

	@Test
	void audioIsNotDecodedWhileReading() {
		TranslationServerEvent event = CODEC
			.decodeServerEvent("{\"type\":\"session.output_audio.delta\",\"delta\":\"this is not base64\"}");
		assertThat(event).isInstanceOfSatisfying(SessionOutputAudioDelta.class,
				(delta) -> assertThat(delta.delta().base64()).isEqualTo("this is not base64"));
	}

	private static TranslationSettings settings(TranslationAudioInput.Builder input, String language) {
		return TranslationSettings.builder()
			.id("sess_1")
			.type("translation")
			.expiresAt(4102444800L)
			.model(TranslationModel.GPT_REALTIME_TRANSLATE)
			.audio(new TranslationAudio(input.build(), TranslationAudioOutput.of(language)))
			.build();
	}

	private static TranslationEvent expected(TranslationSample sample) {
		return sample.isOfServer() ? SERVER_EVENTS.get(sample.file()) : CLIENT_EVENTS.get(sample.file());
	}

	private static Set<Class<?>> classes(Map<String, ? extends TranslationEvent> events) {
		return events.values().stream().map(Object::getClass).collect(Collectors.toSet());
	}

	private static Set<Class<?>> known(Class<?> family) {
		return Arrays.stream(family.getPermittedSubclasses())
			.filter((event) -> !event.getSimpleName().startsWith("Unknown"))
			.collect(Collectors.toSet());
	}

}
