package io.realtime4j.provider;

import io.realtime4j.codec.Dialect;
import io.realtime4j.codec.RealtimeCodec;
import io.realtime4j.event.client.ResponseCreate;
import io.realtime4j.event.client.SessionUpdate;
import io.realtime4j.event.server.SessionUpdated;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.model.session.SessionSettings;
import io.realtime4j.model.session.TranscriptionSessionSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for what each {@link Provider} is sent of the settings of a session.
 */
class ProviderSettingsTests {

	private static final String SERVER_VAD = "{'type':'server_vad','create_response':true}";

	private static final RealtimeCodec READER = RealtimeCodec.create();

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "XAI | {'audio':{'input':{'turn_detection':"
					+ SERVER_VAD + "},'output':{'voice':'ara'}}} | {'turn_detection':" + SERVER_VAD
					+ ",'voice':'ara','resumption':{'enabled':true}}",
					"XAI | {'audio':{'input':{'turn_detection':null,'format':{'type':'audio/pcm','rate':16000}}}} | {'audio':{'input':{'format':{'type':'audio/pcm','rate':16000}}},'turn_detection':null,'resumption':{'enabled':true}}",
					"XAI | {'output_modalities':['audio'],'resumption':{'enabled':false}} | {'resumption':{'enabled':false},'modalities':['audio']}",
					"XAI | {'audio':{'output':{'voice':{'id':'v1'},'speed':1.2}}} | {'audio':{'output':{'speed':1.2}},'voice':'v1','resumption':{'enabled':true}}",
					"VOICE_LIVE | {'audio':{'input':{'format':{'type':'audio/pcm','rate':16000}},'output':{'format':{'type':'audio/pcm','rate':16000},'voice':'en-US-AvaNeural'}}} | {'input_audio_sampling_rate':16000,'input_audio_format':'pcm16','output_audio_format':'pcm16_16000hz','voice':{'type':'azure-standard','name':'en-US-AvaNeural'}}",
					"VOICE_LIVE | {'audio':{'input':{'format':{'type':'audio/pcm','rate':24000}},'output':{'format':{'type':'audio/pcmu'},'voice':'alloy'}},'reasoning':{'effort':'low'}} | {'input_audio_sampling_rate':24000,'reasoning_effort':'low','input_audio_format':'pcm16','output_audio_format':'g711_ulaw','voice':'alloy'}",
					"VOICE_LIVE | {'audio':{'input':{'turn_detection':{'type':'azure_semantic_vad','speech_duration_ms':80},'noise_reduction':{'type':'azure_deep_noise_suppression'}},'output':{'voice':{'type':'azure-custom','name':'n','endpoint_id':'e'}}}} | {'input_audio_noise_reduction':{'type':'azure_deep_noise_suppression'},'turn_detection':{'type':'azure_semantic_vad','speech_duration_ms':80},'voice':{'type':'azure-custom','name':'n','endpoint_id':'e'}}",
					"COMPATIBLE | {'audio':{'output':{'voice':'en-US-AvaNeural','speed':1.2}}} | {'type':'realtime','audio':{'output':{'voice':'en-US-AvaNeural','speed':1.2}}}" })
	void settingsStandWhereTheProviderWantsThem(Provider provider, String settings, String sent) {
		assertThat(sent(provider, settings)).isEqualTo(json(sent));
	}

	@Test
	void toolsAreSentAsTheProtocolHasThem() {
		String tools = "{'tools':[{'type':'function','name':'f','parameters':{'type':'object'}}]}";
		assertThat(sent(Provider.XAI, tools).path("tools")).isEqualTo(json(tools).path("tools"));
		assertThat(sent(Provider.VOICE_LIVE, tools).path("tools")).isEqualTo(json(tools).path("tools"));
	}

	@Test
	void voiceOfOneResponseStandsWhereTheProviderWantsIt() {
		String event = text("{'type':'response.create','response':{'output_modalities':['audio'],"
				+ "'audio':{'output':{'voice':'de-DE-KatjaNeural'}}}}");
		ResponseCreate create = (ResponseCreate) READER.decodeClientEvent(event);
		assertThat(json(Provider.XAI.codec(Dialect.GA).encode(create)).path("response"))
			.isEqualTo(json("{'voice':'de-DE-KatjaNeural','modalities':['audio']}"));
		assertThat(json(Provider.VOICE_LIVE.codec(Dialect.BETA).encode(create)).path("response"))
			.isEqualTo(json("{'modalities':['audio'],'voice':{'type':'azure-standard','name':'de-DE-KatjaNeural'}}"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", value = {
			"XAI | {'output_modalities':['text'],'tracing':'auto','truncation':'auto'} | output_modalities,tracing,truncation",
			"XAI | {'output_modalities':['audio','text'],'tracing':null} | -",
			"XAI | {'audio':{'input':{'noise_reduction':{'type':'near_field'}}}} | audio.input.noise_reduction",
			"XAI | {'audio':{'input':{'noise_reduction':null}}} | -",
			"VOICE_LIVE | {'audio':{'output':{'speed':1.1}},'parallel_tool_calls':true} | audio.output.speed,parallel_tool_calls",
			"OPENAI | {'temperature':0.8} | temperature", "AZURE | {'temperature':0.8} | temperature",
			"COMPATIBLE | {'temperature':0.8,'audio':{'output':{'speed':1.1}}} | -" })
	void settingThatWouldBeLostIsLeftOutAndNamed(Provider provider, String settings, String paths) {
		assertThat(provider.check(settings(settings), dialect(provider)))
			.containsExactly((paths != null) ? paths.split(",") : new String[0]);
		for (String path : (paths != null) ? paths.split(",") : new String[0]) {
			assertThat(sent(provider, settings).findValue(path.substring(path.lastIndexOf('.') + 1))).isNull();
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"XAI | {'audio':{'input':{'turn_detection':{'type':'semantic_vad'}}}} | audio.input.turn_detection",
			"XAI | {'audio':{'output':{'voice':{'type':'azure-standard','name':'n'}}}} | audio.output.voice",
			"XAI | {'audio':{'output':{'format':{'type':'audio/pcm','rate':7000}}}} | audio.output.format.rate",
			"VOICE_LIVE | {'audio':{'output':{'voice':{'id':'v1'}}}} | audio.output.voice",
			"VOICE_LIVE | {'audio':{'input':{'format':{'type':'audio/pcm','rate':48000}}}} | audio.input.format.rate",
			"OPENAI | {'audio':{'input':{'format':{'type':'audio/pcm','rate':16000}}}} | audio.input.format.rate",
			"OPENAI | {'audio':{'output':{'voice':{'type':'azure-standard','name':'n'}}}} | audio.output.voice",
			"AZURE | {'audio':{'input':{'turn_detection':{'type':'azure_semantic_vad'}}}} | audio.input.turn_detection" })
	void settingThatCannotWorkIsRefusedByName(Provider provider, String settings, String path) {
		assertThatExceptionOfType(UnsupportedSettingException.class)
			.isThrownBy(() -> provider.check(settings(settings), dialect(provider)))
			.withMessageContaining("'" + path + "' must be")
			.satisfies((ex) -> assertThat(ex.setting().path()).isEqualTo(path));
	}

	@ParameterizedTest
	@CsvSource({ "XAI, true", "VOICE_LIVE, true", "OPENAI, false", "AZURE, false", "COMPATIBLE, false" })
	void transcriptionSessionsAreRefusedWhereThereAreNone(Provider provider, boolean refused) {
		SessionSettings settings = TranscriptionSessionSettings.builder().build();
		assertThat(provider.unsupported(settings, dialect(provider)).stream().map(UnsupportedSetting::path))
			.containsExactly(refused ? new String[] { "type" } : new String[0]);
	}

	@ParameterizedTest
	@CsvSource({ "XAI", "VOICE_LIVE" })
	void whatTheServerReportsIsSaidInTheSameWords(Provider provider) {
		String settings = "{'audio':{'input':{'format':{'type':'audio/pcm','rate':16000},'turn_detection':" + SERVER_VAD
				+ "},'output':{'format':{'type':'audio/pcm','rate':8000},'voice':'alloy'}}}";
		RealtimeCodec codec = provider.codec(dialect(provider));
		JsonNode reported = json(codec.encode(new SessionUpdated("e", settings(settings)))).path("session");
		sent(provider, settings).forEachEntry((name, value) -> {
			if (!name.equals("resumption")) {
				assertThat(reported.path(name)).as(name).isEqualTo(value);
			}
		});
	}

	private static JsonNode sent(Provider provider, String settings) {
		return json(provider.codec(dialect(provider)).encode(SessionUpdate.of(settings(settings)))).path("session");
	}

	private static Dialect dialect(Provider provider) {
		return (provider == Provider.VOICE_LIVE) ? Dialect.BETA : Dialect.GA;
	}

	private static RealtimeSessionSettings settings(String settings) {
		String event = text("{'type':'session.update','session':" + settings + "}");
		return (RealtimeSessionSettings) ((SessionUpdate) READER.decodeClientEvent(event)).session();
	}

	private static JsonNode json(String json) {
		return JsonMapper.shared().readTree(text(json));
	}

	private static String text(String json) {
		return json.replace('\'', '"');
	}

}
