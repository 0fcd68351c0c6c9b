package io.realtime4j.session;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.realtime4j.audio.AudioData;
import io.realtime4j.audio.AudioSource;
import io.realtime4j.audio.Pcm;
import io.realtime4j.event.client.InputAudioBufferCommit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for what sessions send.
 */
class SessionSendingTests {

	private static final int THREADS = 16;

	private static final int EVENTS = 1000;

	private static final int MAX_FRAME = 15 * 1024 * 1024;

	@Test
	void commitThatTheServerWouldRefuseIsNotSent() {
		SessionFixture fixture = new SessionFixture();
		RealtimeSession session = fixture.opened();
		session.appendAudio(new byte[48 * 1000]);
		session.commitAudio();
		fixture.connection().expect("input_audio_buffer.append");
		fixture.connection().expectNothingMore();
	}

	@Test
	@Timeout(60)
	void everyThreadKeepsItsOrderAndNothingIsLost() throws Exception {
		SessionFixture fixture = new SessionFixture().limits(new SessionLimits(10, 10_000, 100_000, Long.MAX_VALUE));
		RealtimeSession session = fixture.opened();
		List<String> texts = Collections.synchronizedList(new ArrayList<>());
		fixture.connection().onSend((event) -> texts.add(event.at("/item/content/0/text").asString()));
		together((thread) -> {
			for (int i = 0; i < EVENTS; i++) {
				session.sendText(thread + ":" + i);
			}
		});
		assertThat(fixture.connection().overlapped()).isFalse();
		assertThat(texts).hasSize(THREADS * EVENTS);
		for (int thread = 0; thread < THREADS; thread++) {
			String prefix = thread + ":";
			assertThat(texts.stream().filter((text) -> text.startsWith(prefix)))
				.containsExactlyElementsOf(IntStream.range(0, EVENTS).mapToObj((i) -> prefix + i).toList());
		}
	}

	@Test
	void sendsThatCompleteLaterStayInOrder() {
		SessionFixture fixture = new SessionFixture();
		RealtimeSession session = fixture.opened();
		ScriptedConnection connection = fixture.connection();
		connection.holdSends();
		session.sendText("one");
		session.send(InputAudioBufferCommit.of());
		session.clearAudio();
		assertThat(connection.sent()).hasSize(2);
		connection.completeSend();
		connection.completeSend();
		connection.expect("conversation.item.create");
		connection.expect("input_audio_buffer.commit");
		connection.expect("input_audio_buffer.clear");
	}

	@ParameterizedTest
	@ValueSource(ints = { 2, 3, 1024 * 1024, 1024 * 1024 + 2, 20_000_001 })
	void longAudioIsCutBetweenSamplesAndFitsIntoFrames(int size) {
		SessionFixture fixture = new SessionFixture();
		RealtimeSession session = fixture.opened();
		byte[] audio = new byte[size];
		for (int i = 0; i < size; i += 100) {
			audio[i] = (byte) i;
		}
		ByteArrayOutputStream received = new ByteArrayOutputStream();
		List<Integer> sizes = new ArrayList<>();
		fixture.connection().onSend((event) -> {
			byte[] piece = Base64.getDecoder().decode(event.path("audio").asString());
			received.writeBytes(piece);
			sizes.add(piece.length);
		});
		session.appendAudio(AudioData.of(audio));
		assertThat(received.toByteArray()).isEqualTo(Arrays.copyOf(audio, size - size % 2));
		assertThat(sizes).allMatch((length) -> length % 2 == 0);
		assertThat(fixture.connection().sent()).allMatch((text) -> text.length() < MAX_FRAME);
	}

	@Test
	void halfASampleWaitsForWhatIsAppendedNext() {
		SessionFixture fixture = new SessionFixture();
		RealtimeSession session = fixture.opened();
		session.appendAudio(new byte[] { 1 });
		fixture.connection().expectNothingMore();
		session.appendAudio(new byte[] { 2, 3 });
		assertThat(appended(fixture)).containsExactly(1, 2);
		session.appendAudio(new byte[] { 4 });
		assertThat(appended(fixture)).containsExactly(3, 4);
	}

	@Test
	void halfASampleDoesNotWaitForAnotherTurn() {
		SessionFixture fixture = new SessionFixture();
		RealtimeSession session = fixture.opened();
		session.appendAudio(new byte[] { 1, 2, 3 });
		assertThat(appended(fixture)).containsExactly(1, 2);
		session.clearAudio();
		fixture.connection().expect("input_audio_buffer.clear");
		session.appendAudio(new byte[] { 4, 5 });
		assertThat(appended(fixture)).containsExactly(4, 5);
	}

	@Test
	void halfASampleDoesNotShiftASource() {
		SessionFixture fixture = new SessionFixture();
		RealtimeSession session = fixture.opened();
		session.appendAudio(new byte[] { 1 });
		session.hear(AudioSource.of(Pcm.of(24_000, new byte[] { 2, 3 })).atOnce());
		fixture.scheduler.advance(Duration.ofSeconds(1));
		assertThat(appended(fixture)).containsExactly(2, 3);
	}

	@Test
	void samplesOfTelephonesAreWholeBytes() {
		SessionFixture fixture = new SessionFixture();
		RealtimeSession session = fixture.opened();
		ObjectNode updated = (ObjectNode) Wire.json(Wire.sessionUpdated());
		((ObjectNode) updated.get("session")).putObject("audio")
			.putObject("input")
			.putObject("format")
			.put("type", "audio/pcmu");
		fixture.connection().receive(updated.toString());
		session.appendAudio(new byte[] { 1, 2, 3 });
		assertThat(appended(fixture)).containsExactly(1, 2, 3);
	}

	private static byte[] appended(SessionFixture fixture) {
		return Base64.getDecoder()
			.decode(fixture.connection().expect("input_audio_buffer.append").path("audio").asString());
	}

	@Test
	void noAudioSendsNothing() {
		SessionFixture fixture = new SessionFixture();
		fixture.opened().appendAudio(new byte[0]);
		fixture.connection().expectNothingMore();
	}

	@Test
	void audioForAServerThatDoesNotReadIsDroppedAndControlIsNot() {
		SessionFixture fixture = new SessionFixture().limits(new SessionLimits(100, 100_000, 50, 1_000_000));
		RealtimeSession session = fixture.opened();
		ScriptedConnection connection = fixture.connection();
		connection.holdSends();
		for (int i = 0; i < 500; i++) {
			session.appendAudio(new byte[960]);
			if (i % 50 == 0) {
				session.sendText("text" + i);
			}
		}
		while (connection.inFlight()) {
			connection.completeSend();
		}
		assertThat(connection.types()).hasSize(52).filteredOn("conversation.item.create"::equals).hasSize(10);
		assertThat(session.state()).isEqualTo(SessionState.OPEN);
	}

	@Test
	void tooManyCommandsAreRefused() {
		SessionFixture fixture = new SessionFixture().limits(new SessionLimits(100, 100_000, 5, 1_000_000));
		RealtimeSession session = fixture.opened();
		fixture.connection().holdSends();
		assertThatExceptionOfType(OutboxFullException.class).isThrownBy(() -> {
			for (int i = 0; i < 100; i++) {
				session.sendText("text" + i);
			}
		});
		while (fixture.connection().inFlight()) {
			fixture.connection().completeSend();
		}
		assertThat(fixture.connection().types()).hasSize(7);
		assertThat(session.state()).isEqualTo(SessionState.OPEN);
	}

	@Test
	void verbsSaySensibleEvents() {
		SessionFixture fixture = new SessionFixture();
		RealtimeSession session = fixture.opened();
		session.ask("How are you?");
		JsonNode item = fixture.connection().expect("conversation.item.create").path("item");
		assertThat(item.path("role").asString()).isEqualTo("user");
		assertThat(item.at("/content/0/type").asString()).isEqualTo("input_text");
		assertThat(item.at("/content/0/text").asString()).isEqualTo("How are you?");
		fixture.connection().expect("response.create");
		fixture.connection().expectNothingMore();
	}

	private static void together(ThreadWork work) throws Exception {
		ExecutorService executor = Executors.newFixedThreadPool(THREADS);
		try {
			CyclicBarrier start = new CyclicBarrier(THREADS);
			List<Future<?>> futures = new ArrayList<>();
			for (int i = 0; i < THREADS; i++) {
				int thread = i;
				futures.add(executor.submit(() -> {
					start.await(10, TimeUnit.SECONDS);
					work.run(thread);
					return null;
				}));
			}
			for (Future<?> future : futures) {
				future.get(60, TimeUnit.SECONDS);
			}
		}
		finally {
			executor.shutdown();
		}
	}

	/**
	 * What one of many threads does.
	 */
	private interface ThreadWork {

		void run(int thread) throws Exception;

	}

}
