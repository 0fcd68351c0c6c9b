package io.realtime4j.spring.boot.autoconfigure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

import io.micrometer.context.ContextRegistry;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionOpened;
import io.realtime4j.session.context.SessionContext;
import io.realtime4j.spring.boot.autoconfigure.context.RealtimeContextAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.tool.RealtimeToolAutoConfiguration;
import io.realtime4j.spring.context.LogContext;
import io.realtime4j.spring.context.PropagatedContext;
import io.realtime4j.spring.tool.RealtimeTool;
import io.realtime4j.tool.ToolCallFinished;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link RealtimeContextAutoConfiguration}: the context that listeners and
 * tools run in.
 */
class RealtimeContextTests {

	private static final String KEY = "realtime.user";

	private static final ThreadLocal<String> user = new ThreadLocal<>();

	private final ScriptedTransport transport = ScriptedTransport.opening();

	private final ApplicationContextRunner contextRunner = RealtimeContext.runner(this.transport)
		.withConfiguration(
				AutoConfigurations.of(RealtimeContextAutoConfiguration.class, RealtimeToolAutoConfiguration.class))
		.withPropertyValues("realtime.session.auto-open=false")
		.withBean(Application.class);

	@BeforeEach
	void registerUser() {
		ContextRegistry.getInstance().registerThreadLocalAccessor(KEY, user);
	}

	@AfterEach
	void removeUser() {
		ContextRegistry.getInstance().removeThreadLocalAccessor(KEY);
		user.remove();
	}

	@Test
	void listenersAndToolsHaveTheSessionInTheLogAndTheContextOfTheOpener() {
		this.contextRunner.run((context) -> {
			user.set("ada");
			RealtimeSession session = context.getBean(RealtimeClient.class).open();
			user.set("somebody else");
			this.transport.connection().receive("""
					{"type":"response.output_item.done","response_id":"resp_1","output_index":0,
					"item":{"type":"function_call","id":"item_1","call_id":"call_1","name":"who","arguments":"{}",
					"status":"completed"}}""");
			Application application = context.getBean(Application.class);
			await().until(() -> application.seen().size() >= 4);
			String expected = " " + session.id() + " ada";
			assertThat(application.seen()).containsExactlyInAnyOrder("SessionOpened" + expected,
					"ResponseOutputItemDone" + expected, "tool" + expected, "ToolCallFinished" + expected);
			assertThat(MDC.get(LogContext.SESSION_ID)).isNull();
		});
	}

	@Test
	void taskOfTheApplicationMayRunInTheContext() {
		this.contextRunner.run((context) -> {
			user.set("ada");
			RealtimeSession session = context.getBean(RealtimeClient.class).create();
			user.remove();
			List<String> seen = new ArrayList<>();
			MDC.put(LogContext.SESSION_ID, "outer");
			session.inContext(() -> seen.add(MDC.get(LogContext.SESSION_ID) + " " + user.get())).run();
			assertThat(seen).containsExactly(session.id() + " ada");
			assertThat(MDC.get(LogContext.SESSION_ID)).isEqualTo("outer");
			MDC.remove(LogContext.SESSION_ID);
		});
	}

	@Test
	void contextsOfTheApplicationJoin() {
		List<String> begun = Collections.synchronizedList(new ArrayList<>());
		this.contextRunner.withBean(SessionContext.class, () -> (sessionId) -> {
			begun.add(sessionId);
			return UnaryOperator.identity();
		}).run((context) -> {
			RealtimeSession session = context.getBean(RealtimeClient.class).create();
			assertThat(begun).contains(session.id());
		});
	}

	@Test
	void nothingOfItIsThereWithoutLibraries() {
		this.contextRunner.withClassLoader(new FilteredClassLoader("io.micrometer.context", "org.slf4j.MDC"))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean("realtime4jLogContext")
				.doesNotHaveBean("realtime4jPropagatedContext"));
	}

	@Test
	void beansBackOff() {
		LogContext own = new LogContext();
		this.contextRunner.withBean("own", LogContext.class, () -> own)
			.run((context) -> assertThat(context).hasSingleBean(PropagatedContext.class)
				.getBean(LogContext.class)
				.isSameAs(own));
	}

	static class Application {

		private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

		@EventListener
		void onOpened(SessionOpened event) {
			note("SessionOpened");
		}

		@EventListener
		void onEvent(ServerEvent event) {
			if (event.type().equals("response.output_item.done")) {
				note(event.getClass().getSimpleName());
			}
		}

		@EventListener
		void onCall(ToolCallFinished event) {
			note("ToolCallFinished");
		}

		@RealtimeTool(description = "Tells who asks")
		String who() {
			note("tool");
			return "done";
		}

		private void note(String where) {
			this.seen.add(where + " " + MDC.get(LogContext.SESSION_ID) + " " + user.get());
		}

		List<String> seen() {
			synchronized (this.seen) {
				return List.copyOf(this.seen);
			}
		}

	}

}
