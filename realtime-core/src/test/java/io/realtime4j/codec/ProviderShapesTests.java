package io.realtime4j.codec;

import io.realtime4j.event.server.ResponseOutputAudioDelta;
import io.realtime4j.event.server.SessionCreated;
import io.realtime4j.event.server.SessionUpdated;
import io.realtime4j.model.Modality;
import io.realtime4j.model.audio.AudioPcm;
import io.realtime4j.model.audio.TypedVoice;
import io.realtime4j.model.audio.Voice;
import io.realtime4j.model.session.AudioInput;
import io.realtime4j.model.session.AudioOutput;
import io.realtime4j.model.session.AzureSemanticVad;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.model.session.ServerVad;
import io.realtime4j.model.session.SessionAudio;
import io.realtime4j.model.session.SessionSettings;
import io.realtime4j.model.session.TurnTaking;
import io.realtime4j.model.tool.FunctionTool;
import io.realtime4j.model.tool.Tool;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for reading what providers have in ways of their own. None of it needs to be told
 * who the provider is.
 */
class ProviderShapesTests {

	private static final RealtimeCodec CODEC = RealtimeCodec.create();

	@Test
	void settingsAtTheTopStandInTheirPlaces() {
		RealtimeSessionSettings settings = read("{'voice':'ara','modalities':['audio'],'model':'grok-voice-latest',"
				+ "'turn_detection':{'type':'server_vad','create_response':false},"
				+ "'input_audio_transcription':{'model':'grok-transcribe'},'max_response_output_tokens':'inf',"
				+ "'audio':{'input':{'format':{'type':'audio/pcm','rate':16000},'transport':'json',"
				+ "'transcription':{'model':'grok-transcribe'}}}}");
		assertThat(output(settings).voice()).isEqualTo(new Voice("ara"));
		assertThat(settings.outputModalities()).containsExactly(Modality.AUDIO);
		assertThat(input(settings).format()).isEqualTo(new AudioPcm(16000L));
		assertThat(input(settings).extra()).containsOnlyKeys("transport");
		assertThat(TurnTaking.of(settings)).isEqualTo(new TurnTaking(true, false, true));
		assertThat(settings.extra()).containsOnlyKeys("input_audio_transcription");
	}

	@Test
	void settingsAtTheTopAreReadThoughTheSessionSaysItsType() {
		RealtimeSessionSettings settings = read("{'type':'realtime','voice':'ara','turn_detection':null}");
		assertThat(output(settings).voice()).isEqualTo(new Voice("ara"));
		assertThat(TurnTaking.of(settings).detects()).isFalse();
		assertThat(settings.extra()).isEmpty();
	}

	@Test
	void formatThatIsNotSpecifiedIsAbsentAndKept() {
		RealtimeSessionSettings settings = read(
				"{'voice':'ara','input_audio_format':'not specified','output_audio_format':'not specified'}");
		assertThat(settings.audio())
			.isEqualTo(SessionAudio.output(AudioOutput.builder().voice(new Voice("ara")).build()));
		assertThat(settings.extra()).containsOnlyKeys("input_audio_format", "output_audio_format");
	}

	@Test
	void turnDetectionOfNoTypeIsOff() {
		RealtimeSessionSettings settings = read("{'turn_detection':{'type':null}}");
		assertThat(input(settings).turnDetection()).isNotNull().matches((detection) -> detection.isOff());
		assertThat(TurnTaking.of(settings).detects()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'type':'function','function':{'name':'f','description':'d','parameters':{},'new':1}}",
			"{'function':{'name':'f','description':'d','parameters':{},'new':1},'type':'function'}" })
	void toolBelowItsTypeIsTheTool(String tool) {
		FunctionTool expected = FunctionTool.builder()
			.name("f")
			.description("d")
			.parameters(Json.read("{}"))
			.extra("new", Json.value(1))
			.build();
		assertThat(read("{'tools':[" + tool + "]}").tools()).containsExactly(expected);
		assertThat(read("{'type':'realtime','tools':[" + tool + "]}").tools()).containsExactly(expected);
	}

	@Test
	void toolWithMembersInBothPlacesKeepsBoth() {
		Tool tool = read("{'tools':[{'type':'function','name':'f','function':{'name':'g'}}]}").tools().get(0);
		assertThat(tool).isInstanceOfSatisfying(FunctionTool.class, (function) -> {
			assertThat(function.name()).isEqualTo("f");
			assertThat(function.extra()).containsOnlyKeys("function");
		});
	}

	@Test
	void voiceThatIsAnObjectIsTyped() {
		RealtimeSessionSettings settings = read(
				"{'voice':{'name':'en-US-AvaNeural','type':'azure-standard','style':'cheerful','temperature':null}}");
		assertThat(output(settings).voice()).asInstanceOf(InstanceOfAssertFactories.type(TypedVoice.class))
			.satisfies((voice) -> {
				assertThat(voice.type()).isEqualTo("azure-standard");
				assertThat(voice.name()).isEqualTo("en-US-AvaNeural");
				assertThat(voice.extra()).containsOnlyKeys("style", "temperature");
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "azure_semantic_vad", "azure_semantic_vad_en", "azure_semantic_vad_multilingual" })
	void semanticTurnDetectionOfAzureIsTyped(String kind) {
		RealtimeSessionSettings settings = read("{'turn_detection':{'type':'" + kind
				+ "','threshold':0.4,'end_of_utterance_detection':{'model':'m'},'create_response':false}}");
		assertThat(input(settings).turnDetection().value())
			.asInstanceOf(InstanceOfAssertFactories.type(AzureSemanticVad.class))
			.satisfies((vad) -> {
				assertThat(vad.type()).isEqualTo(kind);
				assertThat(vad.threshold()).isEqualTo(0.4);
				assertThat(vad.extra()).containsOnlyKeys("end_of_utterance_detection");
			});
		assertThat(TurnTaking.of(settings)).isEqualTo(new TurnTaking(true, false, true));
	}

	@Test
	void rateBesideTheFormatIsTheRateOfTheFormatAndStays() {
		RealtimeSessionSettings settings = read("{'input_audio_format':'pcm16','input_audio_sampling_rate':16000,"
				+ "'output_audio_format':'pcm16_8000hz','temperature':null}");
		assertThat(input(settings).format()).isEqualTo(new AudioPcm(16000L));
		assertThat(output(settings).format()).isEqualTo(new AudioPcm(8000L));
		assertThat(settings.extra()).containsOnlyKeys("input_audio_sampling_rate");
		assertThat(settings.temperature()).isNull();
	}

	@Test
	void reportedFormatsComeBackFromBeta() {
		String event = event("session.updated", "{'input_audio_format':'pcm16','input_audio_sampling_rate':16000,"
				+ "'output_audio_format':'pcm16-16000hz'}");
		RealtimeCodec beta = RealtimeCodec.create(Dialect.BETA);
		assertThat(beta.decodeServerEvent(beta.encode(beta.decodeServerEvent(event))))
			.isEqualTo(beta.decodeServerEvent(event));
	}

	@Test
	void olderNameWithMembersOfTodayIsTheEventOfToday() {
		assertThat(
				CODEC.decodeServerEvent("{\"type\":\"response.audio.delta\",\"event_id\":\"e\",\"response_id\":\"r\","
						+ "\"item_id\":\"i\",\"output_index\":0,\"content_index\":0,\"delta\":\"AAAA\",\"rid\":\"x\"}"))
			.isInstanceOf(ResponseOutputAudioDelta.class);
		SessionSettings settings = ((SessionCreated) CODEC.decodeServerEvent(
				event("session.created", "{'audio':{'input':{'turn_detection':{'type':'server_vad'}}}}")))
			.session();
		assertThat(input((RealtimeSessionSettings) settings).turnDetection().value()).isInstanceOf(ServerVad.class);
	}

	private static RealtimeSessionSettings read(String session) {
		SessionUpdated updated = (SessionUpdated) CODEC.decodeServerEvent(event("session.updated", session));
		return (RealtimeSessionSettings) updated.session();
	}

	private static String event(String type, String session) {
		return ("{'type':'" + type + "','event_id':'e','session':" + session + "}").replace('\'', '"');
	}

	private static AudioInput input(RealtimeSessionSettings settings) {
		return settings.audio().input();
	}

	private static AudioOutput output(RealtimeSessionSettings settings) {
		return settings.audio().output();
	}

}
