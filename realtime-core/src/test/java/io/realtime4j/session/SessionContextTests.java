package io.realtime4j.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;

import io.realtime4j.session.context.SessionContext;
import io.realtime4j.transport.ConnectionLost;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SessionContext}.
 */
class SessionContextTests {

	private final Deque<String> current = new ArrayDeque<>();

	private final List<String> heard = new ArrayList<>();

	private final List<String> begun = new ArrayList<>();

	private final SessionFixture fixture = new SessionFixture();

	@Test
	void listenersAndFuturesRunInTheContextOfTheirSession() {
		this.fixture.customizer((builder) -> builder.context(named("one")).listener(recorder()));
		RealtimeSession session = this.fixture.connecting();
		session.closed().thenRun(() -> this.heard.add("future in " + this.current.peek()));
		this.fixture.greet();
		session.close();
		this.fixture.connection().closed();
		String context = "one of " + session.id();
		assertThat(this.heard).contains("realtime4j.session.opened in " + context,
				"realtime4j.session.closed in " + context, "future in " + context);
		assertThat(this.current).isEmpty();
	}

	@Test
	void contextBeginsOnceForEachSessionAndAgainWithOneThatBeginsAnew() {
		this.fixture.customizer((builder) -> builder.context(named("one")));
		RealtimeSession session = this.fixture.opened();
		String first = session.id();
		this.fixture.connection().end(new ConnectionLost("reset"));
		session.renew();
		assertThat(this.begun).containsExactly(first, session.id()).doesNotHaveDuplicates();
	}

	@Test
	void tasksEnterTheFirstOfSeveralContextsFirst() {
		List<String> entered = new ArrayList<>();
		SessionContext.of(List.of(named("outer"), SessionContext.none(), named("inner")))
			.begin("rts_1")
			.apply(() -> entered.addAll(this.current))
			.run();
		assertThat(entered).containsExactly("inner of rts_1", "outer of rts_1");
		assertThat(this.current).isEmpty();
	}

	@Test
	void futureIsCompletedInTheContextAlsoWithoutAThread() {
		boolean[] rejecting = { false };
		this.fixture.executor((task) -> {
			if (rejecting[0]) {
				throw new RejectedExecutionException("no thread");
			}
			task.run();
		}).customizer((builder) -> builder.context(named("one")));
		RealtimeSession session = this.fixture.opened();
		session.closed().thenRun(() -> this.heard.add("future in " + this.current.peek()));
		rejecting[0] = true;
		this.fixture.connection().end(new ConnectionLost("reset"));
		assertThat(this.heard).containsExactly("future in one of " + session.id());
	}

	private SessionContext named(String name) {
		return (sessionId) -> {
			this.begun.add(sessionId);
			return (task) -> () -> {
				this.current.push(name + " of " + sessionId);
				try {
					task.run();
				}
				finally {
					this.current.pop();
				}
			};
		};
	}

	private RealtimeListener recorder() {
		return new RealtimeListener() {

			@Override
			public void onSessionEvent(RealtimeSession session, SessionEvent event) {
				SessionContextTests.this.heard.add(event.type() + " in " + SessionContextTests.this.current.peek());
			}

		};
	}

}
