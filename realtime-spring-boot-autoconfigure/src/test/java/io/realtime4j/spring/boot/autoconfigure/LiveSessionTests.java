package io.realtime4j.spring.boot.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.realtime4j.conversation.MessageEntry;
import io.realtime4j.live.event.server.LiveServerEvent;
import io.realtime4j.live.event.server.SessionClosed;
import io.realtime4j.live.event.server.SessionInputTranscriptDelta;
import io.realtime4j.live.event.server.UnknownLiveServerEvent;
import io.realtime4j.live.session.DefaultLiveClient;
import io.realtime4j.live.session.LiveClient;
import io.realtime4j.live.session.LiveInterceptor;
import io.realtime4j.live.session.LiveListener;
import io.realtime4j.live.session.LiveSession;
import io.realtime4j.session.ClosedByApplication;
import io.realtime4j.session.ConversationChanged;
import io.realtime4j.session.ListenerErrorHandler;
import io.realtime4j.session.SessionOpened;
import io.realtime4j.session.SessionState;
import io.realtime4j.spring.event.RealtimeEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.Mockito;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

/**
 * Tests for live sessions in an application.
 */
class LiveSessionTests {

	private static final Path SAMPLES = Path.of("..", "realtime-core", "src/test/resources/live/server");

	/**
	 * The server answers at once, however slow the machine is.
	 */
	private static final String PATIENCE = "realtime.close-timeout=20s";

	private final ScriptedTransport transport = ScriptedTransport.opening();

	private final ApplicationContextRunner contextRunner = RealtimeContext.live(this.transport).withBean(Heard.class);

	@Test
	void sessionHasTheServerAndTheSettingsOfTheApplication() {
		this.contextRunner.withPropertyValues("realtime.live.voice=marin").run((context) -> {
			LiveSession session = open(context);
			assertThat(this.transport.connection().request().uri())
				.hasToString("wss://api.openai.com/v1/live/sessions");
			assertThat(this.transport.connection().request().headers()).containsEntry("Authorization",
					"Bearer test-key");
			assertThat(this.transport.connection().sent().get(0)).contains("\"session.start\"", "\"gpt-live-1\"",
					"\"marin\"");
			assertThat(session.settings().id()).isEqualTo("live_1");
		});
	}

	@Test
	void everyEventOfTheServerIsAnApplicationEvent() throws IOException {
		List<String> samples = samples();
		this.contextRunner.run((context) -> {
			LiveSession session = open(context);
			samples.forEach(this.transport.connection()::receive);
			Heard heard = context.getBean(Heard.class);
			await()
				.until(() -> heard.events.size() == samples.size() + 1 && heard.envelopes.size() == samples.size() + 1);
			assertThat(heard.events).extracting(Object::getClass)
				.containsOnly(Arrays.stream(LiveServerEvent.class.getPermittedSubclasses())
					.filter((type) -> type != UnknownLiveServerEvent.class)
					.toArray(Class<?>[]::new));
			assertThat(heard.envelopes).extracting((event) -> event.session(LiveSession.class)).containsOnly(session);
			assertThat(heard.envelopes).extracting(RealtimeEvent::json).containsAll(samples);
		});
	}

	// The end of the session comes last
	private static List<String> samples() throws IOException {
		try (Stream<Path> files = Files.list(SAMPLES)) {
			List<String> all = new ArrayList<>();
			for (Path file : files.sorted(Comparator.comparing((file) -> file.endsWith("session.closed.json")))
				.toList()) {
				all.add(Files.readString(file));
			}
			assertThat(all).hasSizeGreaterThanOrEqualTo(28);
			return all;
		}
	}

	@Test
	void changesOfTheSessionAndOfItsHistoryAreApplicationEvents() {
		this.contextRunner.run((context) -> {
			open(context);
			this.transport.connection().receive(LiveTalk.said("input", "Good morning", 0, 800));
			this.transport.connection().receive(LiveTalk.closed("content"));
			Heard heard = context.getBean(Heard.class);
			await().until(() -> !heard.opened.isEmpty());
			// The opening may already find that the turn has begun
			await().untilAsserted(() -> assertThat(List.copyOf(heard.changes)).last()
				.satisfies((change) -> assertThat(change.conversation().entries()).singleElement()
					.isInstanceOfSatisfying(MessageEntry.class,
							(message) -> assertThat(message.text()).isEqualTo("Good morning"))));
		});
	}

	@Test
	void listenersAndInterceptorsOfTheApplicationTakePart() {
		LiveListener listener = mock(LiveListener.class);
		LiveInterceptor interceptor = mock(LiveInterceptor.class);
		this.contextRunner.withBean(LiveListener.class, () -> listener)
			.withBean(LiveInterceptor.Factory.class, () -> (session) -> interceptor)
			.run((context) -> {
				LiveSession session = open(context);
				then(interceptor).should(Mockito.timeout(10_000)).onSessionEvent(any(SessionOpened.class));
				then(listener).should(Mockito.timeout(10_000)).onSessionEvent(any(), any(SessionOpened.class));
				assertThat(session.state()).isEqualTo(SessionState.OPEN);
			});
	}

	@Test
	void listenerThatThrowsIsReportedAndKeepsNothingFromTheOthers() {
		ListenerErrorHandler errorHandler = mock(ListenerErrorHandler.class);
		this.contextRunner.withBean(ListenerErrorHandler.class, () -> errorHandler)
			.withBean(Failing.class)
			.run((context) -> {
				LiveSession session = open(context);
				this.transport.connection().receive(LiveTalk.said("input", "One", 0, 100));
				this.transport.connection().receive(LiveTalk.said("input", "Two", 100, 200));
				Heard heard = context.getBean(Heard.class);
				await().until(() -> heard.words.size() == 2);
				then(errorHandler).should(Mockito.timeout(10_000).times(2))
					.onListenerError(any(), any(SessionInputTranscriptDelta.class), any(IllegalStateException.class));
				assertThat(session.state()).isEqualTo(SessionState.OPEN);
			});
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void endOfASessionIsLoggedWithAdviceAndWithoutWords(CapturedOutput output) {
		this.contextRunner.run((context) -> {
			LiveSession session = open(context);
			this.transport.connection().receive(LiveTalk.said("input", "secret", 0, 100));
			this.transport.connection()
				.receive("{\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\",\"code\":\"odd\","
						+ "\"message\":\"secret\"}}");
			await().untilAsserted(() -> assertThat(output).contains("Live session " + session.id() + " is open",
					"the server sent an error event [type=invalid_request_error, code=odd"));
			assertThat(output).doesNotContain("secret");
		});
	}

	@Test
	void sessionsAreClosedWithTheApplicationAndTheirEndIsTold() {
		Heard heard = new Heard();
		RealtimeContext.live(this.transport)
			.withPropertyValues(PATIENCE)
			.withBean(Heard.class, () -> heard)
			.run((context) -> {
				LiveSession session = open(context);
				context.close();
				assertThat(session.closed()).isCompletedWithValue(new ClosedByApplication());
				assertThat(this.transport.connection().sent()).last().asString().contains("\"session.close\"");
				assertThat(heard.ends).hasSize(1);
			});
	}

	@Test
	void whatTheServerSaysWhileItClosesIsStillHeard() {
		Heard heard = new Heard();
		RealtimeContext.live(this.transport)
			.withPropertyValues(PATIENCE)
			.withBean(Heard.class, () -> heard)
			.run((context) -> {
				LiveSession session = open(context);
				ScriptedTransport.ScriptedConnection connection = this.transport.connection();
				connection.doNotClose();
				CompletableFuture<Void> end = CompletableFuture.runAsync(context::close);
				await().until(() -> connection.sent().get(connection.sent().size() - 1).contains("session.close"));
				connection.receive(LiveTalk.said("output", "Goodbye", 0, 500));
				connection.receive(LiveTalk.closed("close_requested"));
				connection.closeAtLast();
				await().until(end::isDone);
				assertThat(heard.events).extracting(LiveServerEvent::type)
					.endsWith("session.output_transcript.delta", "session.closed");
				assertThat(session.usage().seconds()).isEqualTo(12);
			});
	}

	@Test
	void sessionThatDrainsForEverDelaysTheEndForBoundedTime() {
		this.contextRunner.run((context) -> {
			LiveSession session = open(context);
			this.transport.connection().doNotClose();
			session.close();
			assertThat(session.state()).isEqualTo(SessionState.CLOSING);
			CompletableFuture<Void> end = CompletableFuture.runAsync(context::close);
			await().atMost(Duration.ofSeconds(20)).until(end::isDone);
			assertThat(session.state()).isEqualTo(SessionState.CLOSED);
		});
	}

	@Test
	void applicationThatStartsAgainHasNewSessions() {
		this.contextRunner.withPropertyValues(PATIENCE).run((context) -> {
			LiveSession before = open(context);
			context.stop();
			assertThat(before.state()).isEqualTo(SessionState.CLOSED);
			context.start();
			LiveSession after = context.getBean(LiveClient.class).open();
			after.open().join();
			Heard heard = context.getBean(Heard.class);
			await().until(() -> heard.opened.size() == 2);
			assertThat(context.getBean(LiveClient.class).sessions()).containsExactly(after);
		});
	}

	@Test
	void keyIsMissed() {
		RealtimeContext.runner()
			.withConfiguration(RealtimeContext.liveConfigurations())
			.withBean(ScriptedTransport.class, () -> this.transport)
			.withPropertyValues("realtime.live.model=gpt-live-1")
			.run((context) -> assertThat(context).getFailure().rootCause().isInstanceOf(MissingApiKeyException.class));
	}

	@Test
	void whenHasUserDefinedClientDoesNotAutoConfigureClient() {
		LiveClient own = mock(LiveClient.class);
		this.contextRunner.withBean("own", LiveClient.class, () -> own).run((context) -> {
			assertThat(context).doesNotHaveBean(DefaultLiveClient.class).getBean(LiveClient.class).isSameAs(own);
			context.close();
			then(own).should(Mockito.atLeastOnce()).close();
		});
	}

	private LiveSession open(ApplicationContext context) {
		LiveSession session = context.getBean(LiveClient.class).open();
		session.open().join();
		return session;
	}

	static class Heard {

		final List<LiveServerEvent> events = Collections.synchronizedList(new ArrayList<>());

		final List<RealtimeEvent<?>> envelopes = Collections.synchronizedList(new ArrayList<>());

		final List<SessionInputTranscriptDelta> words = Collections.synchronizedList(new ArrayList<>());

		final List<SessionOpened> opened = Collections.synchronizedList(new ArrayList<>());

		final List<SessionClosed> ends = Collections.synchronizedList(new ArrayList<>());

		final List<ConversationChanged> changes = Collections.synchronizedList(new ArrayList<>());

		@EventListener
		void on(RealtimeEvent<? extends LiveServerEvent> event) {
			this.envelopes.add(event);
		}

		@EventListener
		void on(LiveServerEvent event) {
			this.events.add(event);
		}

		@EventListener
		void on(SessionInputTranscriptDelta event) {
			this.words.add(event);
		}

		@EventListener
		void on(SessionOpened event) {
			this.opened.add(event);
		}

		@EventListener
		void on(SessionClosed event) {
			this.ends.add(event);
		}

		@EventListener
		void on(ConversationChanged event) {
			this.changes.add(event);
		}

	}

	static class Failing {

		@EventListener
		void on(SessionInputTranscriptDelta event) {
			throw new IllegalStateException("not now");
		}

	}

}
