package io.realtime4j.session;

import java.util.ArrayList;
import java.util.List;

import io.realtime4j.event.server.ErrorEvent;
import io.realtime4j.event.server.ResponseOutputTextDelta;
import io.realtime4j.event.server.ServerEvent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Events that no listener wants.
 */
class UnwantedEventsTests {

	private final QueuedExecutor executor = new QueuedExecutor();

	private final SessionFixture fixture = new SessionFixture().executor(this.executor);

	private final RealtimeSession session;

	UnwantedEventsTests() {
		this.fixture.listener.wanting((event) -> !(event instanceof ResponseOutputTextDelta));
		this.session = this.fixture.opened();
		this.executor.runAll();
	}

	private void receive(String delta) {
		this.fixture.connection().receive(Wire.textDelta(delta));
	}

	@Test
	void theyAreNotQueuedAndWakeNobody() {
		receive("a");
		assertThat(this.executor.size()).isZero();
	}

	@Test
	void wantedOnesArriveInOrder() {
		receive("a");
		this.fixture.connection().receive(Wire.error("code", "message", null, null));
		receive("b");
		this.executor.runAll();
		assertThat(this.fixture.listener.types()).endsWith("error").doesNotContain("response.output_text.delta");
	}

	@Test
	void listenerThatComesHearsWhatFollowsUntilItGoes() {
		List<String> heard = new ArrayList<>();
		receive("a");
		Runnable removal = this.session.on(ResponseOutputTextDelta.class, (event) -> heard.add(event.delta()));
		receive("b");
		this.executor.runAll();
		removal.run();
		receive("c");
		assertThat(this.executor.size()).isZero();
		assertThat(heard).containsExactly("b");
	}

	@Test
	void listenerOfAnotherTypeWantsNone() {
		this.session.on(ErrorEvent.class, (event) -> {
		});
		receive("a");
		assertThat(this.executor.size()).isZero();
	}

	@Test
	void listenerThatCannotSayWhatItWantsIsTold() {
		this.fixture.listener.wanting((event) -> {
			throw new IllegalStateException("planted");
		});
		receive("a");
		this.executor.runAll();
		assertThat(this.fixture.listener.types()).endsWith("response.output_text.delta");
	}

	@Test
	void interceptorHearsOfThemUnlessAnotherKeepsThemBack() {
		List<String> heard = new ArrayList<>();
		SessionFixture other = new SessionFixture().executor(this.executor)
			.customizer((builder) -> builder.interceptor((session) -> new SessionInterceptor() {

				@Override
				public void onHeard(ServerEvent event, String json) {
					heard.add(json);
				}

			}).interceptor((session) -> new SessionInterceptor() {

				@Override
				public boolean onEvent(ServerEvent event) {
					return !(event instanceof ResponseOutputTextDelta delta) || !delta.delta().equals("secret");
				}

			}));
		other.listener.wanting((event) -> false);
		other.opened();
		heard.clear();
		other.connection().receive(Wire.textDelta("secret"), Wire.textDelta("a"));
		assertThat(heard).containsExactly(Wire.textDelta("a"));
	}

}
