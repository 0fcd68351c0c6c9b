package io.realtime4j.session;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import io.realtime4j.audio.Pcm;
import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.event.server.ResponseOutputTextDelta;
import io.realtime4j.event.server.ServerEvent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for listeners of one session.
 */
class SessionListeningTests {

	private final SessionFixture fixture = new SessionFixture();

	private final List<String> heard = new ArrayList<>();

	@Test
	void listenerThatIsBoundWhenSessionIsOpenedHearsItFromTheBeginning() {
		RealtimeClient client = this.fixture.client();
		client.open(SessionSpec.builder(SessionFixture.SETTINGS)
			.on(RealtimeMessage.class, (event) -> this.heard.add(event.type()))
			.build());
		client.open(SessionSpec.of(SessionFixture.SETTINGS));
		this.fixture.transport.connection(0).accept().receive(Wire.sessionCreated(), Wire.sessionUpdated());
		this.fixture.transport.connection(1).accept().receive(Wire.sessionCreated(), Wire.sessionUpdated());
		assertThat(this.heard).containsExactly("realtime4j.session.connecting", "session.created", "session.updated",
				"realtime4j.session.opened");
	}

	@Test
	void listenerHearsItsTypeFromNowOnUntilItEnds() {
		RealtimeSession session = this.fixture.opened();
		Runnable end = session.on(ResponseOutputTextDelta.class, (event) -> this.heard.add(event.delta()));
		session.on(SessionClosing.class, (event) -> this.heard.add("closing"));
		this.fixture.connection().receive(Wire.textDelta("one"), Wire.speechStarted(), Wire.textDelta("two"));
		end.run();
		this.fixture.connection().receive(Wire.textDelta("three"));
		session.close();
		assertThat(this.heard).containsExactly("one", "two", "closing");
	}

	@Test
	void oneTypeStandsForSeveral() {
		RealtimeSession session = this.fixture.opened();
		session.on(ServerEvent.class, (event) -> this.heard.add(event.type()));
		this.fixture.connection().receive(Wire.textDelta("one"), Wire.speechStarted());
		session.close();
		assertThat(this.heard).containsExactly("response.output_text.delta", "input_audio_buffer.speech_started");
	}

	@Test
	void listenerMayEndItselfAndAddAnother() {
		RealtimeSession session = this.fixture.opened();
		Runnable[] end = new Runnable[1];
		end[0] = session.on(ResponseOutputTextDelta.class, (event) -> {
			end[0].run();
			session.on(ResponseOutputTextDelta.class, (next) -> this.heard.add("second " + next.delta()));
			this.heard.add("first " + event.delta());
		});
		this.fixture.connection().receive(Wire.textDelta("one"), Wire.textDelta("two"));
		assertThat(this.heard).containsExactly("first one", "second two");
	}

	@Test
	void listenerThatThrowsDisturbsNobody() {
		RealtimeSession session = this.fixture.opened();
		session.on(ResponseOutputTextDelta.class, (event) -> {
			throw new IllegalStateException("broken");
		});
		session.on(ResponseOutputTextDelta.class, (event) -> this.heard.add(event.delta()));
		this.fixture.connection().receive(Wire.textDelta("one"));
		assertThat(this.heard).containsExactly("one");
	}

	@Test
	void renewedSessionIsStillHeard() {
		RealtimeSession session = this.fixture.opened();
		session.on(SessionConnecting.class, (event) -> this.heard.add(event.type()));
		this.fixture.connection().closed();
		session.renew();
		session.open();
		assertThat(this.heard).containsExactly("realtime4j.session.connecting");
	}

	@Test
	void speechThatIsCutWithinASampleIsHeardWhole() {
		List<Pcm> speech = new ArrayList<>();
		this.fixture.opened().onSpeech(speech::add);
		this.fixture.connection().receive(audio("item_1", 1, 2, 3), audio("item_1", 4, 5), audio("item_2", 6, 7));
		assertThat(speech).containsExactly(Pcm.of(24_000, new byte[] { 1, 2 }), Pcm.of(24_000, new byte[] { 3, 4 }),
				Pcm.of(24_000, new byte[] { 6, 7 }));
	}

	private static String audio(String itemId, int... bytes) {
		byte[] audio = new byte[bytes.length];
		for (int i = 0; i < bytes.length; i++) {
			audio[i] = (byte) bytes[i];
		}
		return Wire.audioDelta().replace("item_1", itemId).replace("AAAA", Base64.getEncoder().encodeToString(audio));
	}

	@Test
	void speechIsHeardAsPcm() {
		RealtimeSession session = this.fixture.opened();
		List<Pcm> speech = new ArrayList<>();
		Runnable end = session.onSpeech(speech::add);
		this.fixture.connection().receive(Wire.audioDelta());
		end.run();
		this.fixture.connection().receive(Wire.audioDelta());
		assertThat(speech).containsExactly(Pcm.of(24_000, new byte[2]));
	}

}
