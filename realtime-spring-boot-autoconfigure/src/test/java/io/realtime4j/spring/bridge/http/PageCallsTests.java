package io.realtime4j.spring.bridge.http;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

import io.realtime4j.session.CloseCause;
import io.realtime4j.session.ClosedByApplication;
import io.realtime4j.session.ConnectionEnded;
import io.realtime4j.session.VoiceSession;
import io.realtime4j.spring.rest.HangUps;
import io.realtime4j.spring.rest.RealtimeRestException;
import io.realtime4j.transport.Closed;
import io.realtime4j.transport.HandshakeRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link PageCalls}.
 */
class PageCallsTests {

	private final Deque<Runnable> tasks = new ArrayDeque<>();

	private final List<String> hungUp = new ArrayList<>();

	private final PageCalls calls = new PageCalls(new HangUps(this.tasks::add, (task, delay) -> {
	}));

	private final VoiceSession session = mock();

	private final CompletableFuture<CloseCause> closed = new CompletableFuture<>();

	@BeforeEach
	void setUp() {
		given(this.session.closed()).willReturn(this.closed);
		willAnswer((invocation) -> this.closed.complete(new ClosedByApplication())).given(this.session).close();
	}

	@Test
	void callIsOverWhenItWasHungUpAfterItsSession() {
		CompletableFuture<?> over = watch();
		assertThat(this.tasks).isEmpty();
		this.closed.complete(new ClosedByApplication());
		assertThat(over).isNotDone();
		runTasks();
		assertThat(this.hungUp).containsExactly("rtc_1");
		assertThat(over).isCompleted();
	}

	@Test
	void callWhoseConnectionTheServiceClosedIsHungUpToo() {
		CompletableFuture<?> over = watch();
		this.closed.complete(new ConnectionEnded(new Closed(1000, ""), null));
		runTasks();
		assertThat(this.hungUp).containsExactly("rtc_1");
		assertThat(over).isCompleted();
	}

	@Test
	void callThatTheServiceDoesNotKnowIsOver() {
		CompletableFuture<?> over = watch();
		this.closed.complete(new ConnectionEnded(new HandshakeRefused(404, null), null));
		assertThat(over).isCompleted();
		assertThat(this.tasks).isEmpty();
	}

	@Test
	void callThatCannotBeHungUpIsOver() {
		CompletableFuture<?> over = this.calls.watch("rtc_1", this.session, () -> {
			throw new IllegalStateException("The service is away");
		});
		this.closed.complete(new ClosedByApplication());
		runTasks();
		assertThat(over).isCompleted();
		PageCalls rejecting = new PageCalls(new HangUps((task) -> {
			throw new RejectedExecutionException();
		}, (task, delay) -> {
		}));
		assertThat(rejecting.watch("rtc_1", this.session, () -> this.hungUp.add("rtc_1"))).isCompleted();
		assertThat(this.hungUp).isEmpty();
	}

	@Test
	void callIsOverWhenItWasHungUpAgain() {
		Deque<Runnable> later = new ArrayDeque<>();
		PageCalls patient = new PageCalls(new HangUps(Runnable::run, (task, delay) -> later.add(task)));
		RealtimeRestException refusal = mock();
		given(refusal.status()).willReturn(503);
		Deque<RealtimeRestException> refusals = new ArrayDeque<>(List.of(refusal));
		CompletableFuture<?> over = patient.watch("rtc_1", this.session, () -> {
			if (!refusals.isEmpty()) {
				throw refusals.remove();
			}
			this.hungUp.add("rtc_1");
		});
		this.closed.complete(new ClosedByApplication());
		assertThat(over).isNotDone();
		later.remove().run();
		assertThat(over).isCompleted();
		assertThat(this.hungUp).containsExactly("rtc_1");
	}

	@Test
	void applicationThatStopsEndsItsCalls() {
		CompletableFuture<?> over = watch();
		CompletableFuture<?> stopped = this.calls.stop();
		assertThat(stopped).isNotDone();
		runTasks();
		assertThat(over).isCompleted();
		assertThat(stopped).isCompleted();
		assertThat(this.calls.stop()).isCompleted();
	}

	@Test
	void callThatBeginsWhileTheApplicationStopsEndsAtOnce() {
		this.calls.stop();
		CompletableFuture<?> over = watch();
		runTasks();
		assertThat(over).isCompleted();
		this.calls.start();
		VoiceSession next = mock();
		given(next.closed()).willReturn(new CompletableFuture<>());
		assertThat(this.calls.watch("rtc_2", next, () -> this.hungUp.add("rtc_2"))).isNotDone();
		then(next).should().closed();
		then(next).shouldHaveNoMoreInteractions();
	}

	private CompletableFuture<@Nullable Void> watch() {
		return this.calls.watch("rtc_1", this.session, () -> this.hungUp.add("rtc_1"));
	}

	private void runTasks() {
		while (!this.tasks.isEmpty()) {
			this.tasks.remove().run();
		}
	}

}
