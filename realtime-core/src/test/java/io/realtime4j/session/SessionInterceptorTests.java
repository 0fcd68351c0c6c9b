package io.realtime4j.session;

import java.util.ArrayList;
import java.util.List;

import io.realtime4j.event.server.ResponseOutputTextDelta;
import io.realtime4j.event.server.ServerEvent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SessionInterceptor}.
 */
class SessionInterceptorTests {

	private final SessionFixture fixture = new SessionFixture();

	private final List<String> seen = new ArrayList<>();

	@Test
	void interceptorSeesWhatListenersHaveYetToHear() {
		QueuedExecutor executor = new QueuedExecutor();
		this.fixture.executor(executor).customizer((builder) -> builder.interceptor((session) -> recorder())).opened();
		assertThat(this.fixture.listener.types()).isEmpty();
		assertThat(this.seen).containsExactly("realtime4j.session.connecting", "session.created", "session.updated",
				"realtime4j.session.opened");
	}

	@Test
	void interceptorKeepsAnEventFromListeners() {
		this.fixture.customizer((builder) -> builder.interceptor((session) -> new SessionInterceptor() {

			@Override
			public boolean onEvent(ServerEvent event) {
				return !(event instanceof ResponseOutputTextDelta delta) || !delta.delta().equals("b");
			}

		})).opened();
		this.fixture.connection().receive(Wire.textDelta("a"), Wire.textDelta("b"), Wire.textDelta("c"));
		assertThat(this.fixture.listener.all(ResponseOutputTextDelta.class)).extracting(ResponseOutputTextDelta::delta)
			.containsExactly("a", "c");
	}

	@Test
	void interceptorUsesTheSession() {
		RealtimeClient client = this.fixture.client();
		client.open(SessionSpec.builder(SessionFixture.SETTINGS).interceptor((session) -> new SessionInterceptor() {

			@Override
			public void onSessionEvent(SessionEvent event) {
				if (event instanceof SessionOpened) {
					session.sendText("Hello");
				}
			}

		}).build());
		this.fixture.greet();
		assertThat(this.fixture.connection().sent()).last().asString().contains("conversation.item.create", "Hello");
	}

	@Test
	void throwingInterceptorIsReportedAndStopsNobody() {
		List<String> reports = new ArrayList<>();
		this.fixture.customizer((builder) -> builder.interceptor((session) -> new SessionInterceptor() {

			@Override
			public boolean onEvent(ServerEvent event) {
				throw new IllegalStateException("planted");
			}

		})
			.interceptor((session) -> recorder())
			.errorHandler((session, event, error) -> reports.add(event.type() + ": " + error.getMessage())));
		RealtimeSession session = this.fixture.opened();
		assertThat(session.state()).isEqualTo(SessionState.OPEN);
		assertThat(this.seen).contains("session.updated");
		assertThat(reports).containsExactly("session.created: planted", "session.updated: planted");
		assertThat(this.fixture.listener.types()).contains("session.created", "session.updated");
	}

	private SessionInterceptor recorder() {
		return new SessionInterceptor() {

			@Override
			public boolean onEvent(ServerEvent event) {
				SessionInterceptorTests.this.seen.add(event.type());
				return true;
			}

			@Override
			public void onSessionEvent(SessionEvent event) {
				SessionInterceptorTests.this.seen.add(event.type());
			}

		};
	}

}
