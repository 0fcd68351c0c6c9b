package io.realtime4j.session;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.realtime4j.event.server.ErrorEvent;
import io.realtime4j.event.server.ResponseOutputAudioDelta;
import io.realtime4j.playback.AudioSink;
import io.realtime4j.playback.AudioSinkFactory;
import io.realtime4j.playback.ClockedAudioSink;
import io.realtime4j.playback.PlaybackInterceptor;
import io.realtime4j.transport.ConnectionLost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PlaybackInterceptor} in a session.
 */
class PlaybackInterceptorTests {

	private final SessionFixture fixture = new SessionFixture().reconnect(ReconnectPolicy.defaults());

	private final List<String> played = new ArrayList<>();

	private long millis;

	private final List<PlaybackInterceptor> interceptors = new ArrayList<>();

	@ParameterizedTest
	@MethodSource("io.realtime4j.session.ServerVoice#naming")
	void speechOfTheUserInterruptsTheModel(ServerVoice voice) {
		open(sink());
		this.fixture.transport.voice(voice);
		ScriptedConnection connection = this.fixture.connection();
		connection.receive(Wire.responseCreated("resp_1", null), item("item_1"), audio("item_1", 1000));
		this.millis += 300;
		connection.receive(speechStarted(), audio("item_1", 1000));
		assertThat(connection.expect("response.cancel").path("response_id").asString()).isEqualTo("resp_1");
		JsonNode truncate = connection.expect("conversation.item.truncate");
		assertThat(truncate.path("item_id").asString()).isEqualTo("item_1");
		assertThat(truncate.path("audio_end_ms").asInt()).isEqualTo(300);
		connection.expectNothingMore();
		assertThat(this.played).containsExactly("item_1", "clear");
		assertThat(this.fixture.listener.all(ResponseOutputAudioDelta.class)).hasSize(1);
	}

	@ParameterizedTest
	@MethodSource("io.realtime4j.session.ServerVoice#naming")
	void speechIsPlayedThoughListenersAreBehind(ServerVoice voice) {
		QueuedExecutor executor = new QueuedExecutor();
		this.fixture.executor(executor);
		open(sink());
		this.fixture.transport.voice(voice);
		this.fixture.connection().receive(item("item_1"), audio("item_1", 100));
		assertThat(this.played).containsExactly("item_1");
		assertThat(this.fixture.listener.all(ResponseOutputAudioDelta.class)).isEmpty();
	}

	@Test
	void applicationInterruptsWhatIsNotCreatedYet() {
		RealtimeSession session = open(sink());
		ScriptedConnection connection = this.fixture.connection();
		CompletableFuture<?> answer = session.respond();
		JsonNode request = connection.expect("response.create");
		this.interceptors.get(0).onInterrupt(true);
		connection.expectNothingMore();
		connection.receive(Wire.responseCreated("resp_1", Wire.metadata(request)), item("item_1"),
				audio("item_1", 1000));
		assertThat(connection.expect("response.cancel").path("response_id").asString()).isEqualTo("resp_1");
		connection.expect("conversation.item.delete");
		session.respond();
		connection.expectNothingMore();
		connection.receive(Wire.responseDone("resp_1", "cancelled", Wire.metadata(request)));
		connection.expect("response.create");
		assertThat(answer).isCompleted();
		assertThat(this.played).isEmpty();
		assertThat(this.fixture.listener.all(ResponseOutputAudioDelta.class)).isEmpty();
	}

	@Test
	void interruptedRequestThatIsNeverAnsweredDoesNotCostTheNextResponse() {
		RealtimeSession session = open(sink());
		ScriptedConnection connection = this.fixture.connection();
		session.respond();
		connection.expect("response.create");
		this.interceptors.get(0).onInterrupt(true);
		this.fixture.scheduler.advance(SessionFixture.TIMEOUTS.response());
		connection.expect("response.cancel");
		session.respond();
		JsonNode request = connection.expect("response.create");
		connection.receive(Wire.responseCreated("resp_1", Wire.metadata(request)), item("item_1"),
				audio("item_1", 1000));
		connection.expectNothingMore();
		assertThat(this.played).containsExactly("item_1");
	}

	@Test
	void responseThatNeverEndsIsNotCancelledAgainByWhoeverSpeaks() {
		open(sink());
		ScriptedConnection connection = this.fixture.connection();
		connection.receive(Wire.responseCreated("resp_1", null), item("item_1"), audio("item_1", 100));
		this.fixture.scheduler.advance(SessionFixture.TIMEOUTS.response().multipliedBy(2));
		connection.expect("response.cancel");
		this.millis += 100;
		connection.receive(speechStarted());
		connection.expectNothingMore();
	}

	@Test
	void cancelThatCameTooLateIsNoErrorToListeners() {
		open(sink());
		ScriptedConnection connection = this.fixture.connection();
		connection.receive(Wire.responseCreated("resp_1", null), speechStarted());
		String eventId = connection.expect("response.cancel").path("event_id").asString();
		connection.receive(Wire.error("response_cancel_not_active", "Nothing to cancel.", null, eventId));
		assertThat(this.fixture.listener.all(ErrorEvent.class)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("io.realtime4j.session.ServerVoice#naming")
	void afterReconnectWhatWasSaidBeforeIsOnlyStopped(ServerVoice voice) {
		open(sink());
		this.fixture.transport.voice(voice);
		this.fixture.connection().receive(Wire.responseCreated("resp_1", null), item("item_1"), audio("item_1", 1000));
		this.fixture.connection().end(new ConnectionLost("reset"));
		this.fixture.scheduler.advance(this.fixture.listener.all(SessionReconnecting.class).get(0).delay());
		this.fixture.transport.voice(ServerVoice.full());
		ScriptedConnection next = this.fixture.transport.connection(1).accept();
		next.receive(Wire.sessionCreated(), Wire.sessionUpdated()).expect("session.update");
		this.interceptors.get(0).onInterrupt(false);
		next.expectNothingMore();
		assertThat(this.played).containsExactly("item_1", "clear");
	}

	@ParameterizedTest
	@MethodSource("io.realtime4j.session.ServerVoice#naming")
	void oneResponseIsCutOutOfTwo(ServerVoice voice) {
		this.fixture.customizer((builder) -> builder.interceptor(PlaybackInterceptor.factory((session) -> sink())));
		PlaybackInterceptor playback = PlaybackInterceptor.find(this.fixture.opened());
		assertThat(playback).isNotNull();
		playback.keepUnplayed();
		this.fixture.transport.voice(voice);
		ScriptedConnection connection = this.fixture.connection();
		connection.receive(Wire.responseCreated("resp_1", null), item("item_1"), audio("item_1", 1000),
				Wire.responseDone("resp_1", null), Wire.responseCreated("resp_2", null), item("item_2"),
				audio("item_2", 1000).replace("resp_1", "resp_2"));
		this.millis += 300;
		playback.cut("resp_1");
		assertThat(connection.expect("conversation.item.truncate").path("audio_end_ms").asInt()).isEqualTo(300);
		connection.expectNothingMore();
		assertThat(this.played).containsExactly("item_1", "item_2", "clear", "item_2");
	}

	@Test
	void interruptionOfClosedSessionStopsTheSink() {
		RealtimeSession session = open(sink());
		this.fixture.connection().receive(Wire.responseCreated("resp_1", null), item("item_1"), audio("item_1", 1000));
		session.close();
		this.fixture.connection().closed();
		this.interceptors.get(0).onInterrupt(false);
		assertThat(this.played).containsExactly("item_1", "clear");
	}

	@Test
	void answerThatTheServerIsAboutToGiveIsCancelledToo() {
		RealtimeSession session = open(sink());
		ScriptedConnection connection = this.fixture.connection();
		connection.receive(speechStarted(), speechStopped());
		session.interrupt();
		connection.expectNothingMore();
		connection.receive(Wire.responseCreated("resp_1", null));
		assertThat(connection.expect("response.cancel").path("response_id").asString()).isEqualTo("resp_1");
	}

	@Test
	void answerToWhoeverSpeaksAgainIsNotCancelled() {
		RealtimeSession session = open(sink());
		ScriptedConnection connection = this.fixture.connection();
		connection.receive(speechStarted(), speechStopped(), speechStarted());
		session.interrupt();
		connection.receive(speechStopped(), Wire.responseCreated("resp_1", null));
		connection.expectNothingMore();
	}

	@Test
	void sessionWithoutASinkIsNotPlayed() {
		this.fixture.customizer((builder) -> builder.interceptor(PlaybackInterceptor.factory((session) -> null)));
		RealtimeSession session = this.fixture.opened();
		this.fixture.connection().receive(Wire.responseCreated("resp_1", null), item("item_1"), audio("item_1", 1000));
		this.fixture.connection().receive(speechStarted());
		assertThat(PlaybackInterceptor.find(session)).isNull();
		this.fixture.connection().expectNothingMore();
	}

	@Test
	void sessionIsPlayedByTheFactoryOfItsOwn() {
		this.fixture.customizer((builder) -> builder.interceptor(PlaybackInterceptor.factory((session) -> sink())));
		SessionSpec elsewhere = SessionSpec.builder(SessionFixture.SETTINGS)
			.feature(AudioSinkFactory.class, (session) -> null)
			.build();
		RealtimeClient client = this.fixture.client();
		assertThat(PlaybackInterceptor.find(client.create(elsewhere))).isNull();
		assertThat(PlaybackInterceptor.find(client.create(SessionSpec.of(SessionFixture.SETTINGS)))).isNotNull();
	}

	private RealtimeSession open(AudioSink sink) {
		this.fixture.customizer((builder) -> builder.interceptor((session) -> {
			PlaybackInterceptor interceptor = new PlaybackInterceptor(session, sink);
			this.interceptors.add(interceptor);
			return interceptor;
		}));
		return this.fixture.opened();
	}

	private AudioSink sink() {
		return new ClockedAudioSink((chunk) -> this.played.add(chunk.itemId()), () -> this.played.add("clear"),
				() -> this.millis * 1_000_000);
	}

	private static String speechStarted() {
		return Wire.event("input_audio_buffer.speech_started").put("audio_start_ms", 0).put("item_id", "u").toString();
	}

	private static String speechStopped() {
		return Wire.event("input_audio_buffer.speech_stopped").put("audio_end_ms", 900).put("item_id", "u").toString();
	}

	private static String item(String id) {
		return Wire.userItem(id, "").replace("\"user\"", "\"assistant\"").replace("input_text", "output_text");
	}

	private static String audio(String itemId, int millis) {
		return Wire.event("response.output_audio.delta")
			.put("response_id", "resp_1")
			.put("item_id", itemId)
			.put("output_index", 0)
			.put("content_index", 0)
			.put("delta", Base64.getEncoder().encodeToString(new byte[48 * millis]))
			.toString();
	}

}
