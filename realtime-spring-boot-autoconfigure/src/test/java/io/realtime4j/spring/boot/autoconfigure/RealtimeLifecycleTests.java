package io.realtime4j.spring.boot.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

import io.realtime4j.event.server.SessionCreated;
import io.realtime4j.session.ConnectionEnded;
import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionClosed;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.session.SessionState;
import io.realtime4j.transport.ConnectFailed;
import io.realtime4j.transport.HandshakeRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for when the session is opened and closed.
 */
@ExtendWith(OutputCaptureExtension.class)
class RealtimeLifecycleTests {

	private static final int WEB_SERVER_STOP_PHASE = SmartLifecycle.DEFAULT_PHASE - 2048;

	private final ScriptedTransport transport = ScriptedTransport.opening();

	private final ApplicationContextRunner contextRunner = RealtimeContext.runner(this.transport);

	@Test
	void sessionIsOpenedInTheBackgroundAtStart(CapturedOutput output) {
		this.contextRunner.run((context) -> {
			RealtimeSession session = context.getBean(RealtimeSession.class);
			await().until(() -> session.state() == SessionState.OPEN);
			await().untilAsserted(() -> assertThat(output).contains(
					"Realtime session " + session.id() + " is open: realtime session sess_1, model gpt-realtime"));
		});
	}

	@Test
	void startDoesNotWaitForServer() {
		RealtimeContext.runner(ScriptedTransport.silent())
			.withPropertyValues("realtime.close-timeout=10ms")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void whenAutoOpenIsOffFirstUseOpens() {
		this.contextRunner.withPropertyValues("realtime.session.auto-open=false").run((context) -> {
			RealtimeSession session = context.getBean(RealtimeSession.class);
			assertThat(session.state()).isEqualTo(SessionState.NEW);
			session.sendText("Hello");
			assertThat(session.state()).isEqualTo(SessionState.OPEN);
			assertThat(this.transport.connection().sent()).singleElement().asString().contains("Hello");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "realtime.bridge.enabled", "realtime.webhook.enabled" })
	@ExtendWith(OutputCaptureExtension.class)
	void whenSessionsAreThoseOfOthersFirstUseOpens(String property, CapturedOutput output) {
		this.contextRunner.withPropertyValues(property + "=true").run((context) -> {
			RealtimeSession session = context.getBean(RealtimeSession.class);
			assertThat(session.state()).isEqualTo(SessionState.NEW);
			assertThat(output).containsOnlyOnce("is not opened at the start, since '" + property + "'");
			session.sendText("Hello");
			assertThat(session.state()).isEqualTo(SessionState.OPEN);
		});
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void whenSessionsAreLiveFirstUseOpensTheSessionOfTheApplication(CapturedOutput output) {
		this.contextRunner.withPropertyValues("realtime.live.model=gpt-live-1").run((context) -> {
			assertThat(context.getBean(RealtimeSession.class).state()).isEqualTo(SessionState.NEW);
			assertThat(output).containsOnlyOnce("is not opened at the start, since 'realtime.live.model'");
		});
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void whenAutoOpenIsOnPagesDoNotChangeIt(CapturedOutput output) {
		this.contextRunner.withPropertyValues("realtime.bridge.enabled=true", "realtime.session.auto-open=true")
			.run((context) -> await().until(() -> context.getBean(RealtimeSession.class).state() == SessionState.OPEN));
		assertThat(output).doesNotContain("is not opened at the start");
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void whenAutoOpenIsOffNothingIsSaidAboutIt(CapturedOutput output) {
		this.contextRunner.withPropertyValues("realtime.bridge.enabled=true", "realtime.session.auto-open=false")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).doesNotContain("is not opened at the start");
	}

	@Test
	void failFastWaitsUntilSessionIsOpen() {
		this.contextRunner.withPropertyValues("realtime.session.fail-fast=true")
			.run((context) -> assertThat(context.getBean(RealtimeSession.class).state()).isEqualTo(SessionState.OPEN));
	}

	@Test
	void failFastStopsStartWhenServerRefuses() {
		RealtimeContext.runner(ScriptedTransport.refusing(new HandshakeRefused(401, null)))
			.withPropertyValues("realtime.session.fail-fast=true")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(RealtimeSessionOpenException.class)
				.hasMessageContaining("HTTP status 401"));
	}

	@Test
	void failFastStopsStartWhenServerIsSilent() {
		RealtimeContext.runner(ScriptedTransport.silent())
			.withPropertyValues("realtime.session.fail-fast=true", "realtime.open-timeout=50ms",
					"realtime.close-timeout=50ms")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(RealtimeSessionOpenException.class)
				.hasMessageContaining("not open within"));
	}

	@ParameterizedTest
	@CsvSource({ "401, realtime.api-key", "403, realtime.organization", "404, realtime.base-url",
			"429, raise the limits" })
	void whenServerRefusesStartGoesOnAndLogSaysOnceWhatToDo(int status, String advice, CapturedOutput output) {
		RealtimeContext.runner(ScriptedTransport.refusing(new HandshakeRefused(status, null)))
			.withPropertyValues("realtime.reconnect.enabled=false")
			.withBean(ClosedListener.class)
			.run((context) -> {
				assertThat(context).hasNotFailed();
				ClosedListener listener = context.getBean(ClosedListener.class);
				await().until(() -> listener.closed.size() == 1);
				assertThat(listener.closed).extracting(SessionClosed::cause)
					.containsExactly(new ConnectionEnded(new HandshakeRefused(status, null), null));
				await().untilAsserted(() -> assertThat(output.getAll().lines().filter((line) -> line.contains("WARN")))
					.singleElement()
					.asString()
					.contains("HTTP status " + status, advice));
			});
	}

	@Test
	void whenServerIsUnreachableStartGoesOnAndLogSaysOnceWhatToDo(CapturedOutput output) {
		RealtimeContext.runner(ScriptedTransport.refusing(new ConnectFailed("unknown host 'absent'")))
			.withPropertyValues("realtime.reconnect.enabled=false")
			.withBean(ClosedListener.class)
			.run((context) -> {
				await().until(() -> context.getBean(ClosedListener.class).closed.size() == 1);
				await().untilAsserted(() -> assertThat(output.getAll().lines().filter((line) -> line.contains("WARN")))
					.singleElement()
					.asString()
					.contains("unknown host 'absent'", "realtime.base-url"));
			});
	}

	@Test
	void whenServerComesLaterSessionTriesAgainAndLogSaysOnceWhatToDo(CapturedOutput output) {
		RealtimeContext.runner(ScriptedTransport.refusing(new ConnectFailed("unknown host 'absent'")))
			.withPropertyValues("realtime.reconnect.initial-delay=1ms", "realtime.reconnect.max-delay=1ms",
					"realtime.reconnect.max-attempts=5")
			.withBean(ClosedListener.class)
			.run((context) -> {
				await().until(() -> context.getBean(ClosedListener.class).closed.size() == 1);
				await().untilAsserted(() -> assertThat(linesOfAbsent(output)).hasSize(6));
				List<String> lines = linesOfAbsent(output);
				assertThat(lines.get(0)).contains("WARN", "attempt 1", "realtime.base-url");
				assertThat(lines.subList(1, 5)).allSatisfy((line) -> assertThat(line).contains("INFO", "attempt"));
				assertThat(lines.get(5)).contains("WARN", "has ended");
			});
	}

	private static List<String> linesOfAbsent(CapturedOutput output) {
		return output.getAll().lines().filter((line) -> line.contains("absent")).toList();
	}

	@Test
	void whenHeadersCannotBeMadeStartGoesOnAndSessionEnds(CapturedOutput output) {
		this.contextRunner.withPropertyValues("realtime.reconnect.enabled=false")
			.withBean(RealtimeHeadersCustomizer.class, () -> (headers) -> {
				throw new IllegalStateException("no token");
			})
			.run((context) -> {
				RealtimeSession session = context.getBean(RealtimeSession.class);
				await().until(() -> session.state() == SessionState.CLOSED);
				await().untilAsserted(() -> assertThat(output)
					.contains("threw java.lang.IllegalStateException at " + getClass().getName()));
				assertThat(output).doesNotContain("no token");
			});
	}

	@Test
	void allSessionsAreClosedAtTheEndAndTheirEndIsTold() {
		ClosedListener listener = new ClosedListener();
		this.contextRunner.withBean(ClosedListener.class, () -> listener).run((context) -> {
			RealtimeClient client = context.getBean(RealtimeClient.class);
			RealtimeSession session = context.getBean(RealtimeSession.class);
			RealtimeSession other = client.open(context.getBean(SessionSpec.class));
			await().until(() -> session.state() == SessionState.OPEN && other.state() == SessionState.OPEN);
			context.close();
			assertThat(session.state()).isEqualTo(SessionState.CLOSED);
			assertThat(other.state()).isEqualTo(SessionState.CLOSED);
			assertThat(listener.closed).hasSize(2);
		});
	}

	@Test
	void sessionsCloseAfterWebServerHasStopped() {
		this.contextRunner.run((context) -> assertThat(context.getBean(RealtimeClientLifecycle.class).getPhase())
			.isLessThan(WEB_SERVER_STOP_PHASE));
	}

	@Test
	void sessionIsOpenedAfterWebServerHasStarted() {
		this.contextRunner.run((context) -> assertThat(context.getBean(RealtimeSessionOpener.class).getPhase())
			.isGreaterThan(WEB_SERVER_STOP_PHASE));
	}

	@Test
	void sessionsStayWhenContextPauses() {
		this.contextRunner.run((context) -> {
			assertThat(context.getBean(RealtimeClientLifecycle.class).isPauseable()).isFalse();
			assertThat(context.getBean(RealtimeSessionOpener.class).isPauseable()).isFalse();
		});
	}

	@Test
	void blockedListenerDelaysEndForBoundedTime() {
		BlockingListener listener = new BlockingListener();
		this.contextRunner.withPropertyValues("realtime.close-timeout=10ms")
			.withBean(BlockingListener.class, () -> listener)
			.run((context) -> {
				listener.entered.await();
				long start = System.nanoTime();
				context.close();
				assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
			});
		await().until(() -> listener.interrupted);
	}

	@Test
	void noThreadIsLeftAtTheEnd() {
		this.contextRunner.run((context) -> {
			RealtimeSession session = context.getBean(RealtimeSession.class);
			await().until(() -> session.state() == SessionState.OPEN);
			Set<Thread> before = threads();
			assertThat(before).isNotEmpty();
			context.close();
			await().untilAsserted(() -> assertThat(before).noneMatch(Thread::isAlive));
		});
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void whenVirtualThreadsAreEnabledListenersRunOnThem() {
		this.contextRunner.withPropertyValues("spring.threads.virtual.enabled=true")
			.withBean(ThreadListener.class)
			.run((context) -> {
				ThreadListener listener = context.getBean(ThreadListener.class);
				await().until(() -> listener.thread != null);
				assertThat(Thread.class.getMethod("isVirtual").invoke(listener.thread)).isEqualTo(true);
			});
	}

	static Set<Thread> threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("realtime-"))
			.collect(Collectors.toSet());
	}

	static class ClosedListener {

		private final List<SessionClosed> closed = Collections.synchronizedList(new ArrayList<>());

		@EventListener
		void on(SessionClosed event) {
			this.closed.add(event);
		}

	}

	static class ThreadListener {

		private volatile Thread thread;

		@EventListener
		void on(SessionCreated event) {
			this.thread = Thread.currentThread();
		}

	}

	static class BlockingListener {

		private final CountDownLatch entered = new CountDownLatch(1);

		private volatile boolean interrupted;

		@EventListener
		void on(SessionCreated event) {
			this.entered.countDown();
			try {
				new CountDownLatch(1).await();
			}
			catch (InterruptedException ex) {
				this.interrupted = true;
			}
		}

	}

}
