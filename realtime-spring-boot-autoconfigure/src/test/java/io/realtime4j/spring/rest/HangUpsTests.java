package io.realtime4j.spring.rest;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HangUps}.
 */
class HangUpsTests {

	private final Deque<Runnable> due = new ArrayDeque<>();

	private final List<Duration> pauses = new ArrayList<>();

	private final HangUps hangUps = new HangUps(Runnable::run, (task, delay) -> {
		this.pauses.add(delay);
		this.due.add(task);
	});

	private int requests;

	@ParameterizedTest
	@ValueSource(ints = { 500, 503, 429, 408 })
	void callIsHungUpAgainWhereTheServiceRefusesForTheMoment(int status) {
		CompletableFuture<?> over = hangUp(refusal(status, null), 1);
		assertThat(over).isNotDone();
		runNext();
		assertThat(over).isCompleted();
		assertThat(this.requests).isEqualTo(2);
	}

	@Test
	void callIsHungUpAgainWhereTheServiceDoesNotAnswer() {
		CompletableFuture<?> over = hangUp(new RealtimeRestException("No answer", null), 1);
		runNext();
		assertThat(over).isCompleted();
	}

	@Test
	void callThatIsOverIsNotHungUpAgain() {
		assertThat(hangUp(refusal(404, null), 1)).isCompleted();
		assertThat(this.pauses).isEmpty();
	}

	@Test
	void refusalThatStaysIsNotTriedAgain() {
		assertThat(hangUp(refusal(401, null), 1)).isCompletedExceptionally();
		assertThat(this.pauses).isEmpty();
	}

	@Test
	void attemptsHaveAnEnd() {
		RealtimeRestException refusal = refusal(500, null);
		CompletableFuture<?> over = hangUp(refusal, 100);
		while (!this.due.isEmpty()) {
			runNext();
		}
		assertThat(over).isCompletedExceptionally();
		assertThat(this.requests).isEqualTo(4);
		assertThat(this.pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
	}

	@Test
	void serviceMaySayWhenToTryAgainWithinABound() {
		hangUp(refusal(503, Duration.ofSeconds(3)), 1);
		hangUp(refusal(503, Duration.ofHours(1)), 1);
		assertThat(this.pauses).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(10));
	}

	@Test
	void applicationThatStopsTriesNoMore() {
		HangUps stopping = new HangUps(Runnable::run, (task, delay) -> {
			throw new RejectedExecutionException("stopped");
		});
		assertThat(stopping.hangUp(() -> {
			throw refusal(500, null);
		})).isCompletedExceptionally();
	}

	private CompletableFuture<?> hangUp(RealtimeRestException refusal, int refusals) {
		this.requests = 0;
		return this.hangUps.hangUp(() -> {
			if (this.requests++ < refusals) {
				throw refusal;
			}
		});
	}

	private void runNext() {
		this.due.remove().run();
	}

	private static RealtimeRestException refusal(int status, @Nullable Duration retryAfter) {
		return new RealtimeRestException(new RealtimeRestException.Refusal(status, null, null, retryAfter));
	}

}
