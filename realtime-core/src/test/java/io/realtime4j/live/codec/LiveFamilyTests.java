package io.realtime4j.live.codec;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.realtime4j.audio.AudioData;
import io.realtime4j.codec.RealtimeCodec;
import io.realtime4j.codec.RealtimeCodecException;
import io.realtime4j.event.client.UnknownClientEvent;
import io.realtime4j.event.server.UnknownServerEvent;
import io.realtime4j.live.event.client.LiveClientEvent;
import io.realtime4j.live.event.client.SessionCommentaryAppend;
import io.realtime4j.live.event.client.SessionStart;
import io.realtime4j.live.event.client.SessionUpdate;
import io.realtime4j.live.event.client.UnknownLiveClientEvent;
import io.realtime4j.live.event.server.ErrorEvent;
import io.realtime4j.live.event.server.LiveServerEvent;
import io.realtime4j.live.event.server.SessionClosed;
import io.realtime4j.live.event.server.SessionOutputAudioDelta;
import io.realtime4j.live.event.server.SessionStarted;
import io.realtime4j.live.event.server.SessionUsageUpdated;
import io.realtime4j.live.event.server.UnknownLiveServerEvent;
import io.realtime4j.live.model.LiveRole;
import io.realtime4j.live.model.audio.BuiltInVoice;
import io.realtime4j.live.model.audio.LiveAudio;
import io.realtime4j.live.model.audio.LiveAudioFormat;
import io.realtime4j.live.model.audio.LiveAudioOutput;
import io.realtime4j.live.model.delegation.ClientDelegation;
import io.realtime4j.live.model.session.CloseReason;
import io.realtime4j.live.model.session.InitialMessage;
import io.realtime4j.live.model.session.LiveModel;
import io.realtime4j.live.model.session.LiveSettings;
import io.realtime4j.translation.codec.TranslationCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for what the events of live sessions say, and for what is not of this family, or
 * no event at all.
 */
class LiveFamilyTests {

	private static final LiveCodec CODEC = LiveCodec.create();

	@Test
	void startSaysNoMoreThanIsSet() {
		LiveSettings settings = LiveSettings.builder()
			.model(LiveModel.GPT_LIVE_1)
			.audio(LiveAudio.of(LiveAudioFormat.pcm(24000), LiveAudioOutput.of(BuiltInVoice.MARIN)))
			.input(List.of(InitialMessage.of(LiveRole.ASSISTANT, "By the window.")))
			.build();
		assertThat(CODEC.encode(SessionStart.of(settings))).isEqualTo("{\"type\":\"session.start\",\"session\":{"
				+ "\"model\":\"gpt-live-1\",\"audio\":{\"format\":{\"type\":\"audio/pcm\",\"rate\":24000},"
				+ "\"output\":{\"voice\":\"marin\"}},\"input\":[{\"type\":\"message\",\"role\":\"assistant\","
				+ "\"content\":[{\"type\":\"output_text\",\"text\":\"By the window.\"}]}]}}");
	}

	@Test
	void everyFormatIsSentWithItsRate() {
		assertThat(Stream.of(LiveAudioFormat.pcm(16000), LiveAudioFormat.pcmu(), LiveAudioFormat.pcma()))
			.extracting(LiveAudioFormat::rate)
			.containsExactly(16000L, 8000L, 8000L);
	}

	@Test
	void delegationThatIsOffDiffersFromOneThatIsAbsent() {
		LiveSettings off = LiveSettings.builder().delegationOff().build();
		assertThat(CODEC.encode(SessionUpdate.of(off)))
			.isEqualTo("{\"type\":\"session.update\",\"session\":{\"delegation\":null}}");
		assertThat(CODEC.decodeClientEvent(CODEC.encode(SessionUpdate.of(off)))).isEqualTo(SessionUpdate.of(off));
	}

	@Test
	void updateLeavesOutWhatIsFixed() {
		LiveSettings settings = LiveSettings.builder()
			.id("live_1")
			.model(LiveModel.GPT_LIVE_1_1)
			.instructions("Be kind.")
			.delegation(ClientDelegation.of())
			.build();
		assertThat(CODEC.encode(SessionUpdate.of(settings.asUpdate())))
			.isEqualTo("{\"type\":\"session.update\",\"session\":{\"delegation\":{\"type\":\"client\"}}}");
	}

	@Test
	void keyOfTheDelegationIsSentWhereThereIsNone() {
		assertThat(CODEC.encode(SessionCommentaryAppend.of("Welcome!")))
			.isEqualTo("{\"type\":\"session.commentary.append\",\"content\":\"Welcome!\",\"delegation_id\":null}");
	}

	@Test
	void audioOfTheServerAndOfTheClientHaveOneTypeAndARecordEach() {
		String json = "{\"type\":\"session.input_audio.append\",\"audio\":\"AAAA\"}";
		AudioData audio = AudioData.ofBase64("AAAA");
		assertThat(CODEC.decodeClientEvent(json))
			.isEqualTo(new io.realtime4j.live.event.client.SessionInputAudioAppend(null, audio));
		assertThat(CODEC.decodeServerEvent(json))
			.isEqualTo(new io.realtime4j.live.event.server.SessionInputAudioAppend(null, audio));
	}

	@Test
	void endIsKnownWhateverElseIsSaid() {
		assertThat(CODEC.decodeServerEvent("{\"type\":\"session.closed\",\"reason\":\"remote_hangup\",\"usage\":7}"))
			.isEqualTo(new SessionClosed(null, CloseReason.REMOTE_HANGUP, null, null, null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "new", "response.done", "response.output_audio.delta", "response.created",
			"conversation.item.created", "session.created", "session.start", "session.close", "response.create" })
	void serverEventOfOtherOriginIsUnknown(String type) {
		String json = "{\"type\":\"" + type + "\",\"event_id\":\"event_1\",\"x\":[1,{\"y\":null}]}";
		LiveServerEvent event = CODEC.decodeServerEvent(json);
		assertThat(event).isInstanceOf(UnknownLiveServerEvent.class);
		assertThat(event.eventId()).isEqualTo("event_1");
		assertThat(CODEC.encode(event)).isEqualTo(json);
	}

	@ParameterizedTest
	@ValueSource(strings = { "new", "input_audio_buffer.append", "response.cancel", "session.started", "error",
			"session.input_audio_buffer.append", "conversation.item.truncate" })
	void clientEventOfOtherOriginIsUnknown(String type) {
		String json = "{\"type\":\"" + type + "\",\"x\":[1,{\"y\":null}]}";
		assertThat(CODEC.decodeClientEvent(json)).isInstanceOf(UnknownLiveClientEvent.class);
		assertThat(CODEC.encode(CODEC.decodeClientEvent(json))).isEqualTo(json);
	}

	@ParameterizedTest
	@MethodSource("serverTypes")
	void typeIsAnotherEventInEachFamily(String type) {
		String json = "{\"type\":\"" + type + "\",\"delta\":\"AAAA\",\"audio\":\"AAAA\",\"event\":{},\"item\":{},"
				+ "\"session\":{},\"delegation\":{},\"usage\":{},\"error\":{},\"event\":\"5\"}";
		Class<?> ours = CODEC.decodeServerEvent(json).getClass();
		assertThat(ours.getPackageName()).isEqualTo("io.realtime4j.live.event.server");
		assertThat(RealtimeCodec.create().decodeServerEvent(json)).isNotInstanceOf(ours);
		assertThat(TranslationCodec.create().decodeServerEvent(json)).isNotInstanceOf(ours);
		if (!Set.of("error", "session.updated").contains(type)) {
			assertThat(RealtimeCodec.create().decodeServerEvent(json)).isInstanceOf(UnknownServerEvent.class);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "session.start", "session.input_audio.append", "session.commentary.append",
			"session.close", "decision.create" })
	void clientEventsOfThisFamilyAreUnknownToTheFirst(String type) {
		assertThat(
				RealtimeCodec.create().decodeClientEvent("{\"type\":\"" + type + "\",\"session\":{},\"audio\":\"\"}"))
			.isInstanceOf(UnknownClientEvent.class);
	}

	@Test
	void unknownClientEventTakesId() {
		LiveClientEvent event = CODEC.decodeClientEvent("{\"type\":\"new\",\"x\":1}");
		LiveClientEvent identified = event.withEventId("event_1");
		assertThat(identified.eventId()).isEqualTo("event_1");
		assertThat(CODEC.encode(identified)).isEqualTo("{\"type\":\"new\",\"x\":1,\"event_id\":\"event_1\"}");
		assertThat(event.eventId()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"type\":\"new\",\"value\":\"ek_secret\"}",
			"{\"type\":\"session.started\",\"session\":{\"delegation\":{\"type\":\"new\",\"key\":\"ek_secret\"}}}",
			"{\"type\":\"session.started\",\"session\":{\"delegation\":{\"type\":\"responses\",\"responses\":{"
					+ "\"tools\":[{\"type\":\"mcp\",\"authorization\":\"ek_secret\",\"environment\":\"ek_secret\"},"
					+ "{\"authorization\":\"ek_secret\"}]}}}}",
			"{\"type\":\"error\",\"error\":{\"code\":\"invalid_api_key\",\"message\":\"ek_secret\"}}" })
	void secretsDoNotShowInTextForm(String json) {
		assertThat(CODEC.encode(CODEC.decodeServerEvent(json))).contains("ek_secret");
		assertThat(CODEC.decodeServerEvent(json).toString()).doesNotContain("ek_secret");
		assertThat(CODEC.decodeClientEvent(json.replace("session.started", "session.start")).toString())
			.doesNotContain("ek_secret");
	}

	@Test
	void eventWithoutItsContentIsUnknown() {
		assertThat(Stream.of("session.output_audio.delta", "session.started", "session.delegation.created", "error")
			.map((type) -> CODEC.decodeServerEvent("{\"type\":\"" + type + "\",\"session\":7}")))
			.hasOnlyElementsOfType(UnknownLiveServerEvent.class);
		assertThat(CODEC.decodeClientEvent("{\"type\":\"session.start\",\"session\":null}"))
			.isInstanceOf(UnknownLiveClientEvent.class);
	}

	@Test
	void optionalMemberOfUnexpectedShapeIsAbsent() {
		assertThat(CODEC.decodeServerEvent(
				"{\"type\":\"session.output_audio.delta\",\"delta\":\"AAAA\",\"start_ms\":[],\"end_ms\":1e99}"))
			.isEqualTo(new SessionOutputAudioDelta(null, AudioData.ofBase64("AAAA"), null, null));
		assertThat(
				CODEC.decodeServerEvent("{\"type\":\"session.started\",\"session\":{\"audio\":7,\"expires_at\":{}}}"))
			.isInstanceOfSatisfying(SessionStarted.class, (event) -> assertThat(event.session().audio()).isNull());
		assertThat(CODEC.decodeServerEvent("{\"type\":\"session.usage.updated\",\"usage\":{\"seconds\":\"many\"}}"))
			.isInstanceOfSatisfying(SessionUsageUpdated.class, (event) -> assertThat(event.usage().seconds()).isNull());
		assertThat(CODEC.decodeServerEvent("{\"error\":{},\"event_id\":null,\"type\":\"error\"}"))
			.isInstanceOf(ErrorEvent.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "hello", "{", "[]", "null", "42", "{}", "{\"type\":null}", "{\"type\":7}",
			"{\"type\":\"session.close\"} {}", "{\"type\":\"session.closed\"}]", "{\"type\":\"session.closed\",}",
			"{\"type\":\"session.closed\"", "{\"type\":\"new\",\"x\":NaN}" })
	void textThatIsNoEventIsRefused(String text) {
		assertThatExceptionOfType(RealtimeCodecException.class).isThrownBy(() -> CODEC.decodeServerEvent(text));
		assertThatExceptionOfType(RealtimeCodecException.class).isThrownBy(() -> CODEC.decodeClientEvent(text));
	}

	@Test
	void textThatIsTooLongOrTooDeepIsRefused() {
		String deep = "[".repeat(100_000) + "]".repeat(100_000);
		for (String type : List.of("new", "response.event", "session.started")) {
			assertThatExceptionOfType(RealtimeCodecException.class)
				.isThrownBy(() -> CODEC.decodeServerEvent("{\"type\":\"" + type + "\",\"event\":" + deep + "}"));
		}
		assertThatExceptionOfType(RealtimeCodecException.class).isThrownBy(
				() -> CODEC.decodeServerEvent("{\"type\":\"new\"" + " ".repeat(RealtimeCodec.MAX_LENGTH) + "}"));
	}

	static Set<String> serverTypes() {
		return LiveServerTypes.ALL.keySet();
	}

}
