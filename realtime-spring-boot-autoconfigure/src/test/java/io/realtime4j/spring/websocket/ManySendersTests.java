package io.realtime4j.spring.websocket;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.realtime4j.codec.RealtimeCodec;
import io.realtime4j.event.client.ConversationItemCreate;
import io.realtime4j.model.item.UserMessage;
import io.realtime4j.session.RealtimeListener;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many threads that send over one connection.
 */
@Timeout(120)
@ParameterizedClass
@EnumSource(TransportKind.class)
class ManySendersTests {

	private static final int THREADS = 16;

	private static final int EVENTS = 3_000;

	private static final RealtimeCodec CODEC = RealtimeCodec.create();

	private final TransportKind kind;

	ManySendersTests(TransportKind kind) {
		this.kind = kind;
	}

	@Test
	void everyEventArrivesWholeAndInTheOrderOfItsThread() throws Exception {
		CompletableFuture<int[]> received = new CompletableFuture<>();
		ExecutorService senders = Executors.newFixedThreadPool(THREADS);
		try (SessionFixture fixture = new SessionFixture(this.kind,
				new SessionLimits(10_000, 1_000_000, THREADS * EVENTS + 1, Long.MAX_VALUE));
				RawServer server = RawServer.start((peer) -> receive(peer, received))) {
			RealtimeSession session = fixture.open(server, new RealtimeListener() {
			});
			List<Future<?>> sent = new ArrayList<>();
			for (int i = 0; i < THREADS; i++) {
				int thread = i;
				sent.add(senders.submit(() -> send(session, thread)));
			}
			for (Future<?> one : sent) {
				one.get();
			}
			assertThat(received.get(60, TimeUnit.SECONDS)).hasSize(THREADS).containsOnly(EVENTS);
		}
		finally {
			senders.shutdownNow();
		}
	}

	private static void send(RealtimeSession session, int thread) {
		for (int i = 0; i < EVENTS; i++) {
			session.send(new ConversationItemCreate(thread + "-" + i, null, UserMessage.text("Event " + i)));
		}
	}

	// Completes with how many events came of each thread, or with the first that is wrong
	private static void receive(RawPeer peer, CompletableFuture<int[]> received) throws IOException {
		SessionFixture.accept(peer);
		int[] next = new int[THREADS];
		try {
			for (int i = 0; i < THREADS * EVENTS; i++) {
				RawFrame frame = peer.read();
				assertThat(frame.last()).isTrue();
				String[] id = String.valueOf(CODEC.decodeClientEvent(frame.text()).eventId()).split("-");
				int thread = Integer.parseInt(id[0]);
				assertThat(Integer.parseInt(id[1])).isEqualTo(next[thread]);
				next[thread]++;
			}
			received.complete(next);
		}
		catch (Throwable ex) {
			received.completeExceptionally(ex);
		}
		peer.drain();
	}

}
