package io.realtime4j.simulator.guide;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.realtime4j.session.AnswerTimeoutException;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.simulator.RealtimeSimulator;
import io.realtime4j.simulator.test.autoconfigure.AutoConfigureRealtimeSimulator;
import io.realtime4j.speech.Answer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for an application whose service says less than it should, over a real
 * connection.
 */
@SpringBootTest(properties = "realtime.response-timeout=3s")
@AutoConfigureRealtimeSimulator
class SilentServiceTests {

	@Autowired
	private RealtimeSimulator simulator;

	@Autowired
	private RealtimeSession session;

	@Test
	void responseThatNeverEndsCostsOneAnswer() throws Exception {
		warmUp();
		this.simulator.leaveOut("response.done");
		CompletableFuture<Answer> unended = this.session.ask("Hello");
		assertThat(unended).failsWithin(20, TimeUnit.SECONDS)
			.withThrowableThat()
			.withCauseInstanceOf(AnswerTimeoutException.class);
		this.simulator.leaveOut();
		assertThat(answered(this.session.ask("Hello"))).isTrue();
	}

	@Test
	void serviceThatSaysNothingCostsOneAnswer() throws Exception {
		warmUp();
		this.simulator.fallSilent();
		CompletableFuture<Answer> unanswered = this.session.ask("Hello");
		assertThat(unanswered).failsWithin(20, TimeUnit.SECONDS)
			.withThrowableThat()
			.withCauseInstanceOf(AnswerTimeoutException.class);
		this.simulator.leaveOut();
		assertThat(answered(this.session.ask("Hello"))).isTrue();
	}

	// The first answers of a JVM may take longer than the time-out
	private void warmUp() {
		Awaitility.await().until(() -> answered(this.session.ask("Hello")));
	}

	private static boolean answered(CompletableFuture<Answer> future) throws Exception {
		return future.get(20, TimeUnit.SECONDS).outcome().isCompleted();
	}

}
