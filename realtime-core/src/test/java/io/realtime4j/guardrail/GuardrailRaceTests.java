package io.realtime4j.guardrail;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for verdicts that come at the very time at which a response goes on or ends.
 */
class GuardrailRaceTests {

	private static final int ROUNDS = 300;

	@Test
	void thereIsOneReplyAndItComesAfterTheCutWhereverTheVerdictFalls() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(2);
		try {
			for (int i = 0; i < ROUNDS; i++) {
				GuardrailFixture fixture = new GuardrailFixture(
						(builder) -> builder.safeReply(SafeReply.instructions("Sorry.")));
				fixture.begin("resp_1").audio("resp_1", 1000).say("resp_1", "something bad");
				race(threads, fixture::judge, () -> fixture.audio("resp_1", 10).done("resp_1").begin("resp_2"));
				fixture.audio("resp_2", 10).say("resp_2", "good").done("resp_2").judge();
				assertThat(fixture.sent()).as("round %d", i).doesNotContain("cancel resp_2", "delete item_2");
				assertThat(fixture.sent()).as("round %d", i).contains("delete item_1").endsWith("create Sorry.");
				assertThat(fixture.sent()).as("round %d", i).containsOnlyOnce("create Sorry.");
				assertThat(fixture.events).as("round %d", i).hasSize(1);
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	private static void race(ExecutorService threads, Runnable... runners) throws Exception {
		CyclicBarrier start = new CyclicBarrier(runners.length);
		List<Future<?>> results = new ArrayList<>();
		for (Runnable runner : runners) {
			results.add(threads.submit(() -> {
				start.await();
				runner.run();
				return null;
			}));
		}
		for (Future<?> result : results) {
			result.get(10, TimeUnit.SECONDS);
		}
	}

}
