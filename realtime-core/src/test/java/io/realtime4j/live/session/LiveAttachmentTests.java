package io.realtime4j.live.session;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.realtime4j.audio.Pcm;
import io.realtime4j.live.event.client.SessionClose;
import io.realtime4j.live.event.client.TransportDtmfSend;
import io.realtime4j.live.event.server.TransportAnswered;
import io.realtime4j.live.model.LiveUsage;
import io.realtime4j.live.model.audio.BuiltInVoice;
import io.realtime4j.live.model.audio.LiveAudio;
import io.realtime4j.live.model.audio.LiveAudioFormat;
import io.realtime4j.live.model.audio.LiveAudioOutput;
import io.realtime4j.live.model.session.LiveModel;
import io.realtime4j.live.model.session.LiveSettings;
import io.realtime4j.session.ClosedByApplication;
import io.realtime4j.session.ConnectionEnded;
import io.realtime4j.session.ScriptedConnection;
import io.realtime4j.session.SessionState;
import io.realtime4j.transport.ConnectionLost;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for live sessions that watch and steer another one.
 */
class LiveAttachmentTests {

	private final LiveSessionFixture fixture = new LiveSessionFixture();

	private LiveSession session;

	@BeforeEach
	void attach() {
		this.session = this.fixture.client.open(LiveSpec.attachedTo("live_7/x").build());
		this.fixture.connection().accept();
	}

	@Test
	void sessionIsOpenAsSoonAsItIsConnected() {
		assertThat(this.fixture.transport.attempt(0).uri())
			.hasToString("wss://api.example.com/v1/live/sessions/live_7%2Fx/attach");
		assertThat(this.session.state()).isEqualTo(SessionState.OPEN);
		this.fixture.connection().expectNothingMore();
	}

	@Test
	void sessionSteersTheOtherOne() {
		CompletableFuture<?> said = this.session.say("One moment.");
		this.session.send(TransportDtmfSend.of("5"));
		ScriptedConnection connection = this.fixture.connection();
		connection.expect("session.commentary.append");
		connection.expect("transport.dtmf.send");
		connection.receive(LiveSessionFixture.appended("commentary", null),
				"{\"type\":\"transport.answered\",\"session_id\":\"live_7\"}");
		assertThat(said).isCompleted();
		assertThat(this.fixture.heard).last().isEqualTo(new TransportAnswered(null, "live_7"));
	}

	@Test
	void audioOfThePersonIsNotSent() {
		assertThatIllegalStateException().isThrownBy(() -> this.session.appendAudio(new byte[480]));
		this.fixture.connection().expectNothingMore();
	}

	@Test
	void closingLeavesTheOtherSessionAsItIs() {
		this.session.close();
		this.fixture.connection().expectNothingMore();
		assertThat(this.fixture.connection().calls()).containsExactly("close 1000");
		this.fixture.connection().closed();
		assertThat(this.session.closed()).isCompletedWithValue(new ClosedByApplication());
	}

	@Test
	void otherSessionCanBeEnded() {
		this.session.send(SessionClose.of());
		this.fixture.connection().expect("session.close");
		assertThat(this.session.state()).isEqualTo(SessionState.OPEN);
		this.fixture.connection().receive(LiveSessionFixture.closed("close_requested"));
		assertThat(this.session.closed().join()).isInstanceOf(ConnectionEnded.class);
	}

	@Test
	void lostConnectionComesBackToTheSameSession() {
		this.session.mute();
		this.fixture.connection()
			.receive(LiveSessionFixture.started(), LiveSessionFixture.used(30),
					LiveSessionFixture.transcript("input", "Hello?"));
		this.fixture.connection().end(new ConnectionLost("reset"));
		ScriptedConnection next = this.fixture.again();
		assertThat(this.fixture.transport.attempt(1).uri()).isEqualTo(this.fixture.transport.attempt(0).uri());
		assertThat(this.session.state()).isEqualTo(SessionState.OPEN);
		next.receive(LiveSessionFixture.started(), LiveSessionFixture.used(31));
		next.expectNothingMore();
		assertThat(this.session.usage()).isEqualTo(new LiveUsage(31.0));
	}

	@ParameterizedTest
	@ValueSource(strings = { "expired", "connection_lost", "remote_hangup" })
	void sessionEndsWithTheOtherOne(String reason) {
		this.fixture.connection().receive(LiveSessionFixture.closed(reason));
		assertThat(this.session.closed()).isCompletedWithValueMatching((cause) -> cause.message().contains(reason));
		assertThat(this.fixture.scheduler.pending()).isZero();
	}

	@Test
	void sessionOfACallGreetsAndHasTheSettingsItWasAcceptedWith() {
		LiveSettings settings = LiveSessionFixture.SETTINGS.toBuilder()
			.audio(LiveAudio.of(LiveAudioFormat.pcmu(), LiveAudioOutput.of(BuiltInVoice.MARIN)))
			.build();
		LiveSession call = this.fixture.client
			.open(LiveSpec.builder(settings).greeting("Good evening.").build().attached("live_8"));
		ScriptedConnection connection = this.fixture.connection().accept();
		assertThat(connection.expect("session.commentary.append").path("content").asString())
			.isEqualTo("Good evening.");
		assertThat(call.settings().model()).isEqualTo(LiveModel.GPT_LIVE_1);
		assertThat(call.settings().audio().format()).isNull();
		List<Pcm> speech = new ArrayList<>();
		call.onSpeech(speech::add);
		connection.receive("{\"type\":\"session.output_audio.delta\",\"delta\":\"AQI=\",\"start_ms\":0,\"end_ms\":1}");
		assertThat(speech).containsExactly(Pcm.of(24_000, new byte[] { 1, 2 }));
	}

}
