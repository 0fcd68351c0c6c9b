package io.realtime4j.spring.websocket;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.realtime4j.codec.RealtimeCodec;
import io.realtime4j.event.client.ClientEvent;
import io.realtime4j.event.client.ConversationItemCreate;
import io.realtime4j.event.client.InputAudioBufferAppend;
import io.realtime4j.event.server.ResponseOutputTextDelta;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.model.item.UserMessage;
import io.realtime4j.session.InputAudioDropped;
import io.realtime4j.session.RealtimeListener;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.session.SessionLimits;
import io.realtime4j.session.SessionState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sessions of which one side stands still.
 */
@Timeout(120)
@ParameterizedClass
@EnumSource(TransportKind.class)
class StandstillTests {

	private static final int PATIENCE = 60;

	// More than sockets hold
	private static final String LARGE = "x".repeat(14 * 1024 * 1024);

	private static final byte[] AUDIO_OF_20_MILLIS = new byte[960];

	private static final int BOUND = 100;

	private static final RealtimeCodec CODEC = RealtimeCodec.create();

	private final TransportKind kind;

	StandstillTests(TransportKind kind) {
		this.kind = kind;
	}

	@Test
	void serverThatReadsNothingForTenSecondsOfSpeechMissesAudioAndNothingElse() throws Exception {
		CountDownLatch read = new CountDownLatch(1);
		BlockingQueue<ClientEvent> received = new LinkedBlockingQueue<>();
		BlockingQueue<InputAudioDropped> dropped = new LinkedBlockingQueue<>();
		try (SessionFixture fixture = new SessionFixture(this.kind,
				new SessionLimits(10_000, 1_000_000, BOUND, SessionLimits.defaults().outboxBytes()));
				RawServer server = RawServer.start((peer) -> {
					SessionFixture.accept(peer);
					await(read);
					receive(peer, received);
				})) {
			RealtimeSession session = fixture.open(server, new RealtimeListener() {
				@Override
				public void onSessionEvent(RealtimeSession source, SessionEvent event) {
					if (event instanceof InputAudioDropped audio) {
						dropped.add(audio);
					}
				}
			});
			session.sendText(LARGE);
			for (int i = 0; i < 500; i++) {
				session.appendAudio(AUDIO_OF_20_MILLIS);
				if (i % 50 == 0) {
					session.send(text("command " + i / 50));
				}
			}
			read.countDown();
			assertThat(poll(received)).isInstanceOf(ConversationItemCreate.class);
			List<ClientEvent> events = new ArrayList<>();
			for (int i = 0; i < BOUND; i++) {
				events.add(poll(received));
			}
			assertThat(events.stream().filter(ConversationItemCreate.class::isInstance).map(ClientEvent::eventId))
				.containsExactly("command 0", "command 1", "command 2", "command 3", "command 4", "command 5",
						"command 6", "command 7", "command 8", "command 9");
			assertThat(events.stream().filter(InputAudioBufferAppend.class::isInstance)).hasSize(BOUND - 10);
			session.appendAudio(AUDIO_OF_20_MILLIS);
			assertThat(poll(received)).isInstanceOf(InputAudioBufferAppend.class);
			assertThat(poll(dropped))
				.isEqualTo(new InputAudioDropped(500 - BOUND + 10, Duration.ofMillis(20 * (500 - BOUND + 10))));
		}
	}

	@Test
	void listenerThatBlocksHoldsUpNeitherPongsNorOtherSessions() throws Exception {
		CountDownLatch release = new CountDownLatch(1);
		BlockingQueue<String> heard = new LinkedBlockingQueue<>();
		CompletableFuture<RealtimeSession> blocked = new CompletableFuture<>();
		BlockingQueue<RawFrame> pongs = new LinkedBlockingQueue<>();
		try (SessionFixture fixture = new SessionFixture(this.kind, SessionLimits.defaults());
				RawServer server = RawServer.start((peer) -> {
					SessionFixture.accept(peer);
					peer.text(SessionFixture.delta("first"));
					peer.text(SessionFixture.delta("second"));
					peer.send(RawFrame.PING, true, TransportFixture.bytes("there?"));
					pongs.add(peer.read());
					peer.drain();
				})) {
			RealtimeListener listener = new RealtimeListener() {
				@Override
				public void onEvent(RealtimeSession session, ServerEvent event, String json) {
					if (event instanceof ResponseOutputTextDelta delta) {
						blocked.complete(session);
						if (session.equals(blocked.join())) {
							await(release);
						}
						heard.add(session.id() + delta.delta());
					}
				}
			};
			RealtimeSession first = fixture.open(server, listener);
			assertThat(blocked.get(PATIENCE, TimeUnit.SECONDS)).isEqualTo(first);
			assertThat(poll(pongs).opcode()).isEqualTo(RawFrame.PONG);
			RealtimeSession second = fixture.open(server, listener);
			assertThat(poll(heard)).isEqualTo(second.id() + "first");
			assertThat(poll(heard)).isEqualTo(second.id() + "second");
			assertThat(poll(pongs).text()).isEqualTo("there?");
			assertThat(heard).isEmpty();
			assertThat(first.state()).isEqualTo(SessionState.OPEN);
			release.countDown();
			assertThat(poll(heard)).isEqualTo(first.id() + "first");
			assertThat(poll(heard)).isEqualTo(first.id() + "second");
		}
	}

	private static ConversationItemCreate text(String id) {
		return new ConversationItemCreate(id, null, UserMessage.text("Listen."));
	}

	private static void receive(RawPeer peer, BlockingQueue<ClientEvent> received) throws IOException {
		StringBuilder text = new StringBuilder();
		for (RawFrame frame = peer.read(); frame.opcode() != RawFrame.CLOSE; frame = peer.read()) {
			text.append(frame.text());
			if (frame.last()) {
				received.add(CODEC.decodeClientEvent(text.toString()));
				text.setLength(0);
			}
		}
	}

	private static <T> T poll(BlockingQueue<T> queue) throws InterruptedException {
		T next = queue.poll(PATIENCE, TimeUnit.SECONDS);
		assertThat(next).isNotNull();
		return next;
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
