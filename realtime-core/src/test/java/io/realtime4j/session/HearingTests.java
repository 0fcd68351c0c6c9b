package io.realtime4j.session;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.realtime4j.audio.AudioPace;
import io.realtime4j.audio.AudioSource;
import io.realtime4j.audio.G711;
import io.realtime4j.audio.Pcm;
import io.realtime4j.transport.ConnectionLost;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for sound that is given to a session.
 */
class HearingTests {

	private final SessionFixture fixture = new SessionFixture();

	@Test
	void recordingIsGivenAsFastAsItIsSpoken() {
		CompletableFuture<Void> heard = this.fixture.opened().hear(AudioSource.of(second(24_000)));
		assertThat(heardMillis()).isLessThan(100);
		this.fixture.scheduler.advance(Duration.ofMillis(500));
		assertThat(heardMillis()).isBetween(480L, 600L);
		assertThat(heard).isNotDone();
		this.fixture.scheduler.advance(Duration.ofMillis(600));
		assertThat(heardMillis()).isEqualTo(1000);
		assertThat(heard).isCompleted();
		assertThat(this.fixture.scheduler.pending()).isZero();
	}

	@Test
	void recordingIsGivenAtOnce() {
		CompletableFuture<Void> heard = this.fixture.opened().hear(AudioSource.of(second(24_000)).atOnce());
		this.fixture.scheduler.advance(Duration.ofMillis(40));
		assertThat(heard).isCompleted();
		assertThat(audio()).isEqualTo(second(24_000).audio().bytes());
	}

	@Test
	void serverThatDoesNotReadHoldsTheRecordingBack() {
		RealtimeSession session = this.fixture.opened();
		this.fixture.connection().holdSends();
		CompletableFuture<Void> heard = session.hear(AudioSource.of(Pcm.of(24_000, new byte[48_000 * 60])).atOnce());
		this.fixture.scheduler.advance(Duration.ofSeconds(30));
		assertThat(heard).isNotDone();
		assertThat(session.heldSize()).isLessThan(1024 * 1024);
		this.fixture.connection().releaseSends();
		this.fixture.scheduler.advance(Duration.ofSeconds(30));
		assertThat(heard).isCompleted();
		assertThat(heardMillis()).isEqualTo(60_000);
		assertThat(this.fixture.listener.all(InputAudioDropped.class)).isEmpty();
	}

	@Test
	void soundOfAnyRateIsBroughtToThatOfTheSession() {
		this.fixture.opened().hear(AudioSource.of(second(44_100)).atOnce());
		this.fixture.scheduler.advance(Duration.ofMillis(40));
		assertThat(heardMillis()).isEqualTo(1000);
	}

	@Test
	void soundIsEncodedForATelephoneLine() {
		RealtimeSession session = this.fixture.opened();
		ObjectNode updated = (ObjectNode) Wire.json(Wire.sessionUpdated());
		((ObjectNode) updated.get("session")).putObject("audio")
			.putObject("input")
			.putObject("format")
			.put("type", "audio/pcma");
		this.fixture.connection().receive(updated.toString());
		byte[] codes = new byte[800];
		for (int i = 0; i < codes.length; i++) {
			codes[i] = (byte) i;
		}
		session.hear(AudioSource.alaw(new ByteArrayInputStream(codes)).atOnce());
		this.fixture.scheduler.advance(Duration.ofMillis(40));
		assertThat(G711.decodeAlaw(audio())).isEqualTo(G711.decodeAlaw(codes));
	}

	@Test
	void soundWaitsUntilTheSessionIsOpen() {
		RealtimeSession session = this.fixture.client().create(SessionSpec.of(SessionFixture.SETTINGS));
		CompletableFuture<Void> heard = session.hear(AudioSource.of(second(24_000)).atOnce());
		assertThat(session.state()).isEqualTo(SessionState.CONNECTING);
		this.fixture.greet();
		this.fixture.scheduler.advance(Duration.ofMillis(40));
		assertThat(heard).isCompleted();
		assertThat(heardMillis()).isEqualTo(1000);
	}

	@Test
	void recordingWaitsWhileTheConnectionIsLost() {
		this.fixture
			.reconnect(new ReconnectPolicy(3, Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ZERO, null));
		CompletableFuture<Void> heard = this.fixture.opened().hear(AudioSource.of(second(24_000)));
		this.fixture.scheduler.advance(Duration.ofMillis(400));
		this.fixture.connection().end(new ConnectionLost("reset"));
		this.fixture.scheduler.advance(Duration.ofSeconds(3));
		assertThat(heard).isNotDone();
		ScriptedConnection again = this.fixture.transport.connection(1);
		again.accept().receive(Wire.sessionCreated(), Wire.sessionUpdated());
		this.fixture.scheduler.advance(Duration.ofSeconds(1));
		assertThat(heard).isCompleted();
		assertThat(heardMillis(0) + heardMillis(1)).isEqualTo(1000);
	}

	@Test
	void endOfTheSoundIsTheEndOfAManualTurn() {
		RealtimeSession session = this.fixture.opened();
		turnDetectionOff();
		session.hear(AudioSource.of(second(24_000)).atOnce());
		this.fixture.scheduler.advance(Duration.ofMillis(40));
		assertThat(this.fixture.connection().types()).endsWith("input_audio_buffer.commit");
	}

	@Test
	void turnsThatTheServerDetectsAreLeftToIt() {
		this.fixture.opened().hear(AudioSource.of(second(24_000)).atOnce());
		this.fixture.scheduler.advance(Duration.ofMillis(40));
		assertThat(this.fixture.connection().types()).doesNotContain("input_audio_buffer.commit");
	}

	@Test
	void cancellingEndsTheGivingAndClosesTheSource() {
		Recorded source = new Recorded(1000);
		CompletableFuture<Void> heard = this.fixture.opened().hear(source);
		this.fixture.scheduler.advance(Duration.ofMillis(200));
		heard.cancel(true);
		long given = heardMillis();
		this.fixture.scheduler.advance(Duration.ofSeconds(2));
		assertThat(heardMillis()).isEqualTo(given);
		assertThat(source.closed).isEqualTo(1);
		assertThat(this.fixture.scheduler.pending()).isZero();
	}

	@Test
	void sourceIsClosedAtItsEnd() {
		Recorded source = new Recorded(10);
		this.fixture.opened().hear(source);
		this.fixture.scheduler.advance(Duration.ofSeconds(1));
		assertThat(source.closed).isEqualTo(1);
	}

	@Test
	void sourceThatCannotBeReadFailsTheFutureAndNotTheSession() {
		RealtimeSession session = this.fixture.opened();
		AudioSource broken = new Recorded(10) {

			@Override
			public byte[] read() throws IOException {
				throw new IOException("unplugged");
			}

		};
		CompletableFuture<Void> heard = session.hear(broken.at(AudioPace.LIVE));
		assertThat(SessionFailureTests.failure(heard)).isInstanceOf(IOException.class).hasMessage("unplugged");
		assertThat(session.state()).isEqualTo(SessionState.OPEN);
	}

	@Test
	void endOfTheSessionEndsTheGiving() {
		Recorded source = new Recorded(1000);
		CompletableFuture<Void> heard = this.fixture.opened().hear(source);
		this.fixture.scheduler.advance(Duration.ofMillis(200));
		this.fixture.connection().closed();
		assertThat(SessionFailureTests.failure(heard)).isInstanceOf(SessionClosedException.class);
		assertThat(source.closed).isEqualTo(1);
		assertThat(this.fixture.scheduler.pending()).isZero();
	}

	@Test
	void sessionThatCannotOpenFailsTheGiving() {
		RealtimeSession session = this.fixture.connecting();
		CompletableFuture<Void> heard = session.hear(new Recorded(10));
		this.fixture.connection().end(new ConnectionLost("reset"));
		assertThat(SessionFailureTests.failure(heard)).isInstanceOf(SessionClosedException.class);
	}

	@Test
	void liveSoundIsGivenAsItComes() {
		CompletableFuture<Void> heard = this.fixture.opened().hear(new Recorded(100).at(AudioPace.LIVE));
		assertThat(heard).isCompleted();
		assertThat(heardMillis()).isEqualTo(1000);
	}

	private void turnDetectionOff() {
		ObjectNode updated = (ObjectNode) Wire.json(Wire.sessionUpdated());
		((ObjectNode) updated.get("session")).putObject("audio").putObject("input").putNull("turn_detection");
		this.fixture.connection().receive(updated.toString());
	}

	private static Pcm second(int rate) {
		byte[] samples = new byte[2 * rate];
		for (int i = 0; i < samples.length; i++) {
			samples[i] = (byte) (i % 16);
		}
		return Pcm.of(rate, samples);
	}

	private long heardMillis() {
		return heardMillis(0);
	}

	private long heardMillis(int connection) {
		return audio(connection).length / 48;
	}

	private byte[] audio() {
		return audio(0);
	}

	private byte[] audio(int connection) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		List<String> sent = this.fixture.transport.connection(connection).sent();
		sent.stream()
			.map(Wire::json)
			.filter((event) -> event.path("type").asString().equals("input_audio_buffer.append"))
			.forEach((event) -> bytes.writeBytes(Base64.getDecoder().decode(event.path("audio").asString())));
		return bytes.toByteArray();
	}

	/**
	 * A recording in pieces of 10 ms.
	 */
	private static class Recorded implements AudioSource {

		private int pieces;

		private int closed;

		Recorded(int pieces) {
			this.pieces = pieces;
		}

		@Override
		public int sampleRate() {
			return 24_000;
		}

		@Override
		public byte @Nullable [] read() throws IOException {
			return (this.pieces-- > 0) ? new byte[480] : null;
		}

		@Override
		public void close() {
			this.closed++;
		}

	}

}
