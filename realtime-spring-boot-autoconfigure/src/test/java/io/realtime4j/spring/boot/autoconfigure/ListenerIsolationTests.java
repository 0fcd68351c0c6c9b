package io.realtime4j.spring.boot.autoconfigure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.realtime4j.event.server.ErrorEvent;
import io.realtime4j.event.server.ResponseCreated;
import io.realtime4j.event.server.ResponseOutputTextDelta;
import io.realtime4j.session.ListenerErrorHandler;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionState;
import io.realtime4j.spring.event.DelegatingEventMulticaster;
import io.realtime4j.spring.event.RealtimeEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.context.event.EventListener;
import org.springframework.context.event.SimpleApplicationEventMulticaster;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

/**
 * Tests for what happens when a listener throws an exception.
 */
@ExtendWith(OutputCaptureExtension.class)
class ListenerIsolationTests {

	private static final String DELTA = """
			{"type":"response.output_text.delta","event_id":"event_7","response_id":"resp_7","item_id":"item_7",
			"output_index":0,"content_index":0,"delta":"a secret plan"}""";

	private static final String CREATED = """
			{"type":"response.created","event_id":"event_8","response":{"id":"resp_8","object":"realtime.response"}}""";

	private final ScriptedTransport transport = ScriptedTransport.opening();

	private final ApplicationContextRunner contextRunner = RealtimeContext.runner(this.transport)
		.withBean(LastListener.class);

	@Test
	void whenListenerMethodFailsOthersHearAndSessionGoesOn(CapturedOutput output) {
		this.contextRunner.withBean(FailingMethod.class).run((context) -> {
			LastListener last = context.getBean(LastListener.class);
			receive(DELTA, DELTA);
			await().until(() -> last.heard.size() == 2);
			await().until(() -> context.getBean(RealtimeSession.class).state() == SessionState.OPEN);
			assertThat(output.getAll().split("A listener failed on response.output_text.delta", -1)).hasSize(3);
		});
	}

	@Test
	void whenListenerBeanFailsOthersHearAndSessionGoesOn(CapturedOutput output) {
		this.contextRunner.withBean(FailingBean.class).run((context) -> {
			LastListener last = context.getBean(LastListener.class);
			receive(DELTA, DELTA);
			await().until(() -> last.heard.size() == 2);
			await().until(() -> context.getBean(RealtimeSession.class).state() == SessionState.OPEN);
			assertThat(output.getAll().split("A listener failed on response.output_text.delta", -1)).hasSize(3);
		});
	}

	@Test
	void reportNamesTypeAndIdsButNotWhatWasSaid(CapturedOutput output) {
		this.contextRunner.withBean(FailingMethod.class).run((context) -> {
			receive(DELTA);
			await().until(() -> context.getBean(LastListener.class).heard.size() == 1);
			assertThat(output.getAll())
				.contains("[session=" + context.getBean(RealtimeSession.class).id()
						+ ", eventId=event_7, responseId=resp_7, itemId=item_7]")
				.contains("checked problem")
				.doesNotContain("a secret plan");
		});
	}

	@Test
	void reportNamesIdOfNestedResponse(CapturedOutput output) {
		this.contextRunner.withBean(FailingMethod.class).run((context) -> {
			receive(CREATED);
			await().untilAsserted(() -> assertThat(output.getAll()).contains("A listener failed on response.created")
				.contains("eventId=event_8, responseId=resp_8]"));
		});
	}

	@Test
	void ownErrorHandlerHearsOfException() {
		ListenerErrorHandler handler = mock(ListenerErrorHandler.class);
		this.contextRunner.withBean(FailingBean.class)
			.withBean(ListenerErrorHandler.class, () -> handler)
			.run((context) -> {
				receive(DELTA);
				await().until(() -> context.getBean(LastListener.class).heard.size() == 1);
				then(handler).should()
					.onListenerError(eq(context.getBean(RealtimeSession.class)), any(ResponseOutputTextDelta.class),
							any(IllegalStateException.class));
			});
	}

	@Test
	void whenApplicationHasMulticasterItStaysAndMethodsAreIsolated() {
		SimpleApplicationEventMulticaster multicaster = new SimpleApplicationEventMulticaster();
		this.contextRunner.withBean(FailingMethod.class)
			.withBean("applicationEventMulticaster", ApplicationEventMulticaster.class, () -> multicaster)
			.run((context) -> {
				assertThat(context).hasSingleBean(DelegatingEventMulticaster.class)
					.getBean(DelegatingEventMulticaster.DELEGATE)
					.isSameAs(multicaster);
				receive(DELTA);
				await().until(() -> context.getBean(LastListener.class).heard.size() == 1);
			});
	}

	@Test
	void whenApplicationHasMulticasterFailureOfListenerBeanIsReportedAndSessionGoesOn(CapturedOutput output) {
		this.contextRunner.withBean(FailingBean.class)
			.withBean("applicationEventMulticaster", ApplicationEventMulticaster.class,
					SimpleApplicationEventMulticaster::new)
			.run((context) -> {
				receive(DELTA);
				await().untilAsserted(
						() -> assertThat(output.getAll()).contains("A listener failed on response.output_text.delta"));
				await().until(() -> context.getBean(RealtimeSession.class).state() == SessionState.OPEN);
			});
	}

	@Test
	void whenApplicationHasAsynchronousMulticasterMethodsAreIsolated(CapturedOutput output) {
		ExecutorService executor = Executors.newSingleThreadExecutor();
		SimpleApplicationEventMulticaster multicaster = new SimpleApplicationEventMulticaster();
		multicaster.setTaskExecutor(executor);
		this.contextRunner.withBean(FailingMethod.class)
			.withBean("applicationEventMulticaster", ApplicationEventMulticaster.class, () -> multicaster)
			.run((context) -> {
				receive(DELTA);
				await().until(() -> context.getBean(LastListener.class).heard.size() == 1);
				assertThat(output.getAll()).containsOnlyOnce("A listener failed on response.output_text.delta");
			});
		executor.shutdownNow();
	}

	@Test
	void otherEventsOfApplicationFailAsEver() {
		this.contextRunner.withBean(FailingOnText.class)
			.run((context) -> assertThatIllegalStateException().isThrownBy(() -> context.publishEvent("text"))
				.withMessage("no text"));
	}

	@Test
	void errorEventIsIsolatedLikeAnyOther() {
		this.contextRunner.withBean(FailingMethod.class).run((context) -> {
			receive("{\"type\":\"error\",\"event_id\":\"event_9\",\"error\":{\"type\":\"invalid_request_error\"}}",
					DELTA);
			await().until(() -> context.getBean(LastListener.class).heard.size() == 1);
		});
	}

	private void receive(String... events) {
		await().until(() -> this.transport.connections().size() == 1);
		for (String event : events) {
			this.transport.connection().receive(event);
		}
	}

	static class FailingMethod {

		@EventListener
		@Order(1)
		void on(ResponseOutputTextDelta event) throws Exception {
			throw new Exception("checked problem");
		}

		@EventListener
		@Order(2)
		void on(RealtimeEvent<ResponseCreated> event) {
			throw new IllegalStateException("problem");
		}

		@EventListener
		@Order(3)
		void on(ErrorEvent event) {
			throw new IllegalStateException("problem");
		}

	}

	@Order(1)
	static class FailingBean implements ApplicationListener<PayloadApplicationEvent<ResponseOutputTextDelta>> {

		@Override
		public void onApplicationEvent(PayloadApplicationEvent<ResponseOutputTextDelta> event) {
			throw new IllegalStateException("problem");
		}

	}

	static class FailingOnText {

		@EventListener
		void on(String text) {
			throw new IllegalStateException("no text");
		}

	}

	static class LastListener {

		private final List<ResponseOutputTextDelta> heard = Collections.synchronizedList(new ArrayList<>());

		@EventListener
		@Order
		void on(ResponseOutputTextDelta event) {
			this.heard.add(event);
		}

	}

}
