package io.realtime4j.live.session;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import io.realtime4j.live.tool.DelegatedTask;
import io.realtime4j.live.tool.DelegationException;
import io.realtime4j.live.tool.DelegationHandler;
import io.realtime4j.live.tool.DelegationOutcome;
import io.realtime4j.live.tool.DelegationRunner;
import io.realtime4j.live.tool.LiveDelegations;
import io.realtime4j.session.SessionState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for what may go wrong with work that the model of a live session delegates to the
 * application: each delegation is answered.
 */
class DelegationFaultTests {

	private static final Duration TIMEOUT = Duration.ofMinutes(2);

	private final DelegationFixture fixture = new DelegationFixture();

	@Test
	void exceptionOfTheHandlerIsTold() {
		this.fixture.opened((task) -> {
			throw new DelegationException("The kitchen is closed.", new IllegalStateException("secret"));
		});
		this.fixture.asks("Is there soup?", "d1");
		this.fixture.expectAnswer("d1", "The kitchen is closed.");
		assertThat(this.fixture.outcomes()).singleElement().isInstanceOf(DelegationOutcome.Failed.class);
	}

	@Test
	void otherExceptionsAreNotToldInTheirOwnWords() {
		this.fixture.opened((task) -> {
			throw new IllegalStateException("secret");
		});
		this.fixture.asks("Is there soup?", "d1");
		this.fixture.expectAnswer("d1", "The work failed. Say so, and do not make up a result.");
	}

	@Test
	void errorIsAnswered() {
		this.fixture.opened((task) -> {
			throw new StackOverflowError();
		});
		this.fixture.asks("Is there soup?", "d1");
		this.fixture.expectAnswer("d1", "The work failed.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", " " })
	void workWithoutAnswerIsAnswered(String answer) {
		this.fixture.opened((task) -> answer.isBlank() ? answer : null);
		this.fixture.asks("Is there soup?", "d1");
		this.fixture.expectAnswer("d1", "The work ended without a result.");
		assertThat(this.fixture.outcomes()).containsExactly(new DelegationOutcome.NotAnswered());
	}

	@Test
	void handlerThatDoesNotEndIsInterruptedAndItsDelegationAnswered() throws Exception {
		Endless endless = new Endless();
		ExecutorService threads = Executors.newSingleThreadExecutor();
		try {
			DelegationRunner runner = DelegationRunner.builder(threads, this.fixture.fixture.scheduler)
				.handler(endless)
				.timeout(TIMEOUT)
				.build();
			this.fixture.client(runner).open(LiveSpec.of(LiveSessionFixture.SETTINGS));
			this.fixture.connection().accept().receive(LiveSessionFixture.started());
			this.fixture.connection().expect("session.start");
			this.fixture.asks("Is there soup?", "d1");
			endless.entered.get(10, TimeUnit.SECONDS);
			this.fixture.advance(TIMEOUT);
			this.fixture.expectAnswer("d1", "The work did not end in time");
			assertThat(endless.interrupted.get(10, TimeUnit.SECONDS)).isTrue();
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
		this.fixture.connection().expectNothingMore();
	}

	@Test
	void workThatFindsNoThreadInTimeIsAnsweredAndNotBegun() {
		this.fixture.opened(this.fixture.keeping((task) -> "Yes."));
		this.fixture.hold();
		this.fixture.asks("Is there soup?", "d1");
		this.fixture.advance(TIMEOUT);
		this.fixture.expectAnswer("d1", "The work did not end in time");
		this.fixture.release();
		assertThat(this.fixture.tasks).isEmpty();
		this.fixture.connection().expectNothingMore();
	}

	@Test
	void cancelledWorkIsAnsweredAndSaysNothingMore() {
		LiveSession session = this.fixture.opened(this.fixture.keeping((task) -> {
			LiveDelegations.of(task.session()).running().get(0).cancel();
			task.think("Looking.");
			task.say("Wait.");
			task.cancel();
			return "Yes.";
		}));
		this.fixture.asks("Is there soup?", "d1");
		this.fixture.expectAnswer("d1", "The work was cancelled");
		this.fixture.connection().expectNothingMore();
		assertThat(this.fixture.tasks.get(0).isOver()).isTrue();
		assertThat(this.fixture.outcomes()).containsExactly(new DelegationOutcome.Cancelled());
		assertThat(LiveDelegations.of(session).running()).isEmpty();
		assertThat(Thread.interrupted()).isTrue();
	}

	@Test
	void workThatWaitsForWordsCanBeCancelled() {
		LiveSession session = this.fixture.opened(this.fixture.keeping((task) -> "Yes."));
		this.fixture.connection().receive(DelegationFixture.delegated("d1", 1900));
		LiveDelegations.of(session).running().get(0).cancel();
		this.fixture.expectAnswer("d1", "The work was cancelled");
		this.fixture.advance(TIMEOUT);
		assertThat(this.fixture.tasks).isEmpty();
		this.fixture.connection().expectNothingMore();
	}

	@Test
	void workWithoutThreadIsAnswered() {
		this.fixture.opened((task) -> "Yes.");
		this.fixture.reject();
		this.fixture.asks("Is there soup?", "d1");
		this.fixture.expectAnswer("d1", "too much work is under way");
		assertThat(this.fixture.outcomes()).containsExactly(new DelegationOutcome.Overloaded());
	}

	@Test
	void workBeyondTheMostThatRunsIsAnswered() {
		this.fixture.opened((builder) -> builder.handler((task) -> "Yes.").maxRunning(2),
				LiveSpec.of(LiveSessionFixture.SETTINGS));
		this.fixture.hold();
		this.fixture.asks("Is there soup?", "d1");
		this.fixture.asks("Is there fish?", "d2");
		this.fixture.asks("Is there cake?", "d3");
		this.fixture.expectAnswer("d3", "too much work is under way");
		this.fixture.release();
		this.fixture.expectAnswer("d1", "Yes.");
		this.fixture.expectAnswer("d2", "Yes.");
		this.fixture.asks("Is there tea?", "d4");
		this.fixture.expectAnswer("d4", "Yes.");
	}

	@Test
	void workThatNobodyDoesIsAnswered() {
		this.fixture.opened((builder) -> builder, LiveSpec.of(LiveSessionFixture.SETTINGS));
		this.fixture.asks("Is there soup?", "d1");
		this.fixture.expectAnswer("d1", "nobody can do such work");
		assertThat(this.fixture.outcomes()).containsExactly(new DelegationOutcome.NotHandled());
	}

	@Test
	void serverThatDelegatesWithoutEndIsNotAnsweredWithoutEnd() {
		LiveSession session = this.fixture.opened((task) -> "Yes.");
		this.fixture.hold();
		for (int i = 0; i < 1000; i++) {
			this.fixture.asks("Is there soup?", "d" + i);
		}
		assertThat(LiveDelegations.of(session).running()).hasSize(8);
		assertThat(this.fixture.connection().types()).filteredOn("session.commentary.append"::equals).hasSize(64);
	}

	@Test
	void whatWaitsForItsTurnIsAnsweredAsWell() {
		this.fixture.opened((task) -> "Yes.");
		this.fixture.hold();
		for (int i = 0; i < 200; i++) {
			this.fixture.asks("Is there soup?", "d" + i);
		}
		for (int i = 8; i < 200; i++) {
			this.fixture.expectAnswer("d" + i, "too much work is under way");
		}
		this.fixture.release();
		this.fixture.expectAnswer("d0", "Yes.");
		assertThat(this.fixture.outcomes()).hasSize(193);
	}

	@Test
	void endOfTheSessionEndsWhatWaitsForItsTurn() {
		this.fixture.opened((task) -> "Yes.");
		this.fixture.hold();
		for (int i = 0; i < 1000; i++) {
			this.fixture.asks("Is there soup?", "d" + i);
		}
		this.fixture.connection().receive(LiveSessionFixture.closed("remote_hangup"));
		assertThat(this.fixture.outcomes()).hasSize(1000).containsOnly(new DelegationOutcome.SessionEnded());
	}

	@Test
	void endOfTheSessionEndsItsWork() {
		LiveSession session = this.fixture.opened(this.fixture.keeping((task) -> "Yes."));
		this.fixture.hold();
		this.fixture.asks("Is there soup?", "d1");
		this.fixture.connection()
			.receive(DelegationFixture.delegated("d2", 9000), LiveSessionFixture.closed("remote_hangup"));
		this.fixture.release();
		assertThat(session.state()).isEqualTo(SessionState.CLOSED);
		assertThat(this.fixture.tasks).isEmpty();
		assertThat(this.fixture.outcomes()).containsExactly(new DelegationOutcome.SessionEnded(),
				new DelegationOutcome.SessionEnded());
		assertThat(this.fixture.fixture.scheduler.pending()).isZero();
	}

	@Test
	void workWithoutTimerBeginsAtOnce() {
		this.fixture.opened((task) -> "Yes.");
		this.fixture.hold();
		this.fixture.fixture.scheduler.shutdown();
		this.fixture.connection().receive(DelegationFixture.delegated("d1", 9000));
		this.fixture.release();
		assertThat(this.fixture.connection().types()).contains("session.commentary.append");
	}

	@Test
	void limitsAreMoreThanNothing() {
		DelegationRunner.Builder builder = DelegationRunner.builder(Runnable::run, this.fixture.fixture.scheduler);
		assertThatIllegalArgumentException().isThrownBy(() -> builder.timeout(Duration.ZERO));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.timeout(Duration.ofSeconds(-1)));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.settleTime(Duration.ofMillis(-1)));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.maxRunning(0));
	}

	/**
	 * A handler that waits until it is interrupted.
	 */
	private static final class Endless implements DelegationHandler {

		private final CompletableFuture<@Nullable Void> entered = new CompletableFuture<>();

		private final CompletableFuture<Boolean> interrupted = new CompletableFuture<>();

		@Override
		public String handle(DelegatedTask task) throws InterruptedException {
			this.entered.complete(null);
			try {
				new CountDownLatch(1).await();
				return List.of().toString();
			}
			catch (InterruptedException ex) {
				this.interrupted.complete(true);
				throw ex;
			}
		}

	}

}
