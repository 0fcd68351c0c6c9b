package io.realtime4j.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.realtime4j.event.server.ResponseDone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for many requests at once while the server answers spoken turns too.
 */
@Timeout(60)
class ConcurrentRequestsTests {

	private static final int CALLERS = 20;

	private final SessionFixture fixture = new SessionFixture();

	private final RealtimeSession session = this.fixture.opened();

	private final OverlapServer server = new OverlapServer(this.fixture.connection());

	@Test
	void requestsNeverOverlapWithEachOtherNorWithSpokenTurns() throws Exception {
		this.server.speak(true);
		List<CompletableFuture<ResponseDone>> futures = callTogether();
		this.fixture.connection().expectNothingMore();
		while (this.server.finish()) {
			this.server.takeRequest();
			assertThat(this.server.takeRequest()).isFalse();
		}
		assertThat(this.server.refusals()).isZero();
		assertThat(this.server.responses()).isEqualTo(CALLERS + 1);
		assertDistinct(futures);
	}

	@Test
	void requestsThatCrossWithSpokenTurnsAreRetried() throws Exception {
		List<CompletableFuture<ResponseDone>> futures = callTogether();
		for (int i = 0; i < 200; i++) {
			// Every other turn begins while a request is on its way, unseen by the client
			if (i % 2 == 0) {
				this.server.speak(false);
			}
			this.server.takeRequest();
			this.server.finish();
		}
		assertThat(this.server.refusals()).isEqualTo(CALLERS);
		assertDistinct(futures);
	}

	private List<CompletableFuture<ResponseDone>> callTogether() throws Exception {
		ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
		try {
			CyclicBarrier start = new CyclicBarrier(CALLERS);
			List<Future<CompletableFuture<ResponseDone>>> calls = IntStream.range(0, CALLERS)
				.mapToObj((i) -> callers.submit(() -> {
					start.await(10, TimeUnit.SECONDS);
					return this.session.respond();
				}))
				.toList();
			List<CompletableFuture<ResponseDone>> futures = new ArrayList<>();
			for (Future<CompletableFuture<ResponseDone>> call : calls) {
				futures.add(call.get(10, TimeUnit.SECONDS));
			}
			return futures;
		}
		finally {
			callers.shutdown();
		}
	}

	private static void assertDistinct(List<CompletableFuture<ResponseDone>> futures) {
		Set<String> ids = new HashSet<>();
		for (CompletableFuture<ResponseDone> future : futures) {
			assertThat(future).isCompleted();
			ids.add(future.join().response().id());
			assertThat(future.join().response().metadata()).containsKey("client_event_id");
		}
		assertThat(ids).hasSize(CALLERS);
	}

}
