package io.realtime4j.spring.boot.autoconfigure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;
import io.realtime4j.live.session.LiveClient;
import io.realtime4j.live.session.LiveSession;
import io.realtime4j.playback.AudioSink;
import io.realtime4j.playback.AudioSinkFactory;
import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.spring.boot.autoconfigure.external.RealtimeExternalEventsAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.mapping.InvalidRealtimePropertyException;
import io.realtime4j.spring.boot.autoconfigure.tool.RealtimeToolAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.usage.RealtimeUsageAutoConfiguration;
import io.realtime4j.spring.external.ExternalEvent;
import io.realtime4j.spring.external.ExternalOutbox;
import io.realtime4j.spring.external.ExternalSession;
import io.realtime4j.spring.external.SessionEnded;
import io.realtime4j.spring.external.ToolCalled;
import io.realtime4j.spring.external.TurnFinished;
import io.realtime4j.spring.external.TurnInterrupted;
import io.realtime4j.spring.external.UsageReported;
import io.realtime4j.spring.service.ServiceTalk;
import io.realtime4j.spring.tool.RealtimeTool;
import io.realtime4j.store.StoreOptions;
import io.realtime4j.translation.model.TranslationModel;
import io.realtime4j.translation.model.TranslationSettings;
import io.realtime4j.translation.session.TranslationClient;
import io.realtime4j.translation.session.TranslationSession;
import io.realtime4j.translation.session.TranslationSpec;
import io.realtime4j.usage.Tenant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link RealtimeExternalEventsAutoConfiguration} and for what is published.
 */
@ExtendWith(OutputCaptureExtension.class)
class RealtimeExternalEventsTests {

	private static final String CONTENT = "realtime.external-events.include-content=true";

	private final ScriptedTransport transport = ScriptedTransport.opening();

	private final ApplicationContextRunner disabled = RealtimeContext.runner(this.transport)
		.withConfiguration(AutoConfigurations.of(RealtimeExternalEventsAutoConfiguration.class,
				RealtimeUsageAutoConfiguration.class, RealtimeToolAutoConfiguration.class))
		.withPropertyValues("realtime.session.auto-open=false", "realtime.session.model=gpt-realtime");

	private final ApplicationContextRunner enabled = this.disabled
		.withPropertyValues("realtime.external-events.enabled=true");

	private final ApplicationContextRunner runner = this.enabled.withBean(Heard.class);

	@Test
	void nothingIsPublishedUnlessAskedFor() {
		this.disabled.withBean(Heard.class).run((context) -> {
			assertThat(context).doesNotHaveBean(ExternalOutbox.class);
			open(context).close();
			receive(ServiceTalk.answer("item_1", "Hello", new byte[48]));
			assertThat(context.getBean(Heard.class).events).isEmpty();
		});
	}

	@Test
	void turnsOfBothSidesArePublishedInOrderWithoutWhatIsSaid() {
		this.runner.withPropertyValues("realtime.session.audio.input.transcription.model=gpt-4o-transcribe")
			.run((context) -> {
				RealtimeSession session = open(context);
				receive(ServiceTalk.question("item_1", "secret"));
				receive(ServiceTalk.answer("item_2", "secret too", new byte[48]));
				List<TurnFinished> turns = heard(context, TurnFinished.class, 2);
				assertThat(turns).extracting(TurnFinished::speaker)
					.containsExactly(TurnFinished.Speaker.USER, TurnFinished.Speaker.ASSISTANT);
				assertThat(turns).extracting(TurnFinished::turnId).containsExactly("item_1", "item_2");
				assertThat(turns).extracting(TurnFinished::responseId).containsExactly(null, "ritem_2");
				assertThat(turns).extracting(TurnFinished::text).containsOnlyNulls();
				assertThat(turns).extracting((turn) -> turn.session().id()).containsOnly(session.id());
				assertThat(turns).extracting((turn) -> turn.session().family()).containsOnly("realtime");
				assertThat(turns).extracting((turn) -> turn.session().model()).containsOnly("gpt-realtime");
				assertThat(turns).extracting(TurnFinished::id).doesNotHaveDuplicates();
			});
	}

	@Test
	void wordsArePublishedWhereAskedForWithAWarning(CapturedOutput output) {
		this.runner.withPropertyValues(CONTENT).run((context) -> {
			open(context);
			receive(ServiceTalk.question("item_1", "Good evening"));
			receive(ServiceTalk.answer("item_2", "Hello", new byte[48]));
			assertThat(heard(context, TurnFinished.class, 2)).last()
				.satisfies((turn) -> assertThat(turn.text()).isEqualTo("Hello"))
				.satisfies((turn) -> assertThat(turn).asString().doesNotContain("Hello"));
			assertThat(output).contains("'realtime.external-events.include-content'");
		});
	}

	@Test
	void writtenWordsAreATurnOnce() {
		this.runner.withPropertyValues(CONTENT).run((context) -> {
			open(context);
			String item = """
					{"type":"conversation.item.added","item":{"id":"w1","type":"message","role":"user",
					"content":[{"type":"input_text","text":"A table"}]}}""";
			receive(List.of(item, item));
			receive(ServiceTalk.answer("item_2", "Hello", new byte[48]));
			assertThat(heard(context, TurnFinished.class, 2)).extracting(TurnFinished::text)
				.containsExactly("A table", "Hello");
		});
	}

	@Test
	void speechThatIsCutIsAnInterruptionOfItsResponse() {
		AudioSink sink = mock(AudioSink.class);
		given(sink.playedMillis(any(), anyLong())).willReturn(400L);
		this.runner.withBean(AudioSinkFactory.class, () -> (session) -> sink).run((context) -> {
			RealtimeSession session = open(context);
			receive(ServiceTalk.answer("item_1", "Hello", new byte[48_000]));
			heard(context, TurnFinished.class, 1);
			session.interrupt();
			assertThat(heard(context, TurnInterrupted.class, 1)).singleElement().satisfies((cut) -> {
				assertThat(cut.turnId()).isEqualTo("item_1");
				assertThat(cut.responseId()).isEqualTo("ritem_1");
				assertThat(cut.heardMillis()).isEqualTo(400);
				assertThat(cut.text()).isNull();
			});
		});
	}

	@Test
	void responseThatIsCancelledIsAnInterruptionAndNoTurn() {
		this.runner.run((context) -> {
			open(context);
			receive(ServiceTalk.answer("item_1", "Hello", new byte[48])
				.stream()
				.map((event) -> event.contains("response.done") ? event.replace("completed", "cancelled") : event)
				.toList());
			assertThat(heard(context, TurnInterrupted.class, 1)).singleElement().satisfies((cut) -> {
				assertThat(cut.responseId()).isEqualTo("ritem_1");
				assertThat(cut.heardMillis()).isNull();
			});
			assertThat(all(context, TurnFinished.class)).isEmpty();
		});
	}

	@Test
	void callOfAToolIsPublishedWithItsOutcome() {
		this.runner.withBean(Tools.class).run((context) -> {
			open(context);
			receive(ServiceTalk.call("item_1", "weather", "{'city':'Lisbon'}"));
			assertThat(heard(context, ToolCalled.class, 1)).singleElement().satisfies((call) -> {
				assertThat(call.tool()).isEqualTo("weather");
				assertThat(call.callId()).isEqualTo("citem_1");
				assertThat(call.responseId()).isEqualTo("ritem_1");
				assertThat(call.outcome()).isEqualTo("succeeded");
				assertThat(call.arguments()).isNull();
			});
		});
	}

	@Test
	void usageAndTheEndArePublishedWithWhoPaysAndWhoseSessionItIs() {
		this.runner.run((context) -> {
			RealtimeSession session = context.getBean(RealtimeClient.class)
				.open(StoreOptions.ofUser("ann")
					.addTo(context.getBean(SessionSpec.class)
						.toBuilder()
						.feature(Tenant.class, new Tenant("inn"))
						.build()));
			session.open().join();
			receive(ServiceTalk.answer("item_1", "Hello", new byte[48]));
			assertThat(heard(context, UsageReported.class, 1)).singleElement().satisfies((usage) -> {
				assertThat(usage.responseId()).isEqualTo("ritem_1");
				assertThat(usage.usage().input().other()).isEqualTo(10);
				assertThat(usage.usage().output().other()).isEqualTo(20);
			});
			session.close();
			SessionEnded end = heard(context, SessionEnded.class, 1).get(0);
			assertThat(end.session())
				.isEqualTo(new ExternalSession(session.id(), "realtime", "gpt-realtime", "inn", "ann"));
			assertThat(end.reason()).isEqualTo("application");
			assertThat(end.usage()).isNotNull();
			assertThat(end.usage().output().other()).isEqualTo(20);
		});
	}

	@Test
	void liveSessionsHaveTurnsAndAnEnd() {
		RealtimeContext.live(this.transport)
			.withConfiguration(AutoConfigurations.of(RealtimeExternalEventsAutoConfiguration.class,
					RealtimeUsageAutoConfiguration.class))
			.withPropertyValues("realtime.session.auto-open=false", "realtime.external-events.enabled=true", CONTENT)
			.withBean(Heard.class)
			.run((context) -> {
				LiveSession session = context.getBean(LiveClient.class).open();
				session.open().join();
				this.transport.connection().receive(LiveTalk.said("input", "Good evening", 0, 800));
				this.transport.connection().receive(LiveTalk.said("output", "Hello", 4000, 4500));
				this.transport.connection().receive(LiveTalk.said("input", "A table", 9000, 9500));
				assertThat(heard(context, TurnFinished.class, 2)).extracting(TurnFinished::text)
					.containsExactly("Good evening", "Hello");
				session.close();
				assertThat(heard(context, SessionEnded.class, 1)).singleElement()
					.satisfies((end) -> assertThat(end.session().family()).isEqualTo("live"))
					.satisfies((end) -> assertThat(end.session().model()).isEqualTo("gpt-live-1"));
				assertThat(all(context, TurnFinished.class)).extracting(TurnFinished::speaker)
					.containsExactly(TurnFinished.Speaker.USER, TurnFinished.Speaker.ASSISTANT,
							TurnFinished.Speaker.USER);
			});
	}

	@Test
	void translationsHaveAnEnd() {
		this.runner.run((context) -> {
			TranslationSession session = context.getBean(TranslationClient.class)
				.open(TranslationSpec
					.of(TranslationSettings.builder().model(new TranslationModel("gpt-realtime-translate")).build()));
			session.open().join();
			session.close();
			assertThat(heard(context, SessionEnded.class, 1)).singleElement()
				.satisfies((end) -> assertThat(end.session().family()).isEqualTo("translation"));
		});
	}

	@Test
	void eventsAreWrittenAsJsonAndReadAgain() {
		this.runner.withPropertyValues(CONTENT).withBean(Tools.class).run((context) -> {
			RealtimeSession session = open(context);
			receive(ServiceTalk.answer("item_1", "Hello", new byte[48]));
			receive(ServiceTalk.call("item_2", "weather", "{'city':'Lisbon'}"));
			heard(context, ToolCalled.class, 1);
			heard(context, UsageReported.class, 2);
			session.close();
			heard(context, SessionEnded.class, 1);
			assertThat(context.getBean(Heard.class).events).hasSizeGreaterThanOrEqualTo(4).allSatisfy((event) -> {
				String json = JsonMapper.shared().writeValueAsString(event);
				JsonNode tree = JsonMapper.shared().readTree(json);
				assertThat(tree.path("type").asString()).matches("[a-z]+_[a-z]+");
				assertThat(tree.path("version").asInt()).isEqualTo(1);
				assertThat(JsonMapper.shared().readValue(json, ExternalEvent.class)).isEqualTo(event);
				assertThat(JsonMapper.shared().readValue(json, event.getClass())).isEqualTo(event);
			});
		});
	}

	@Test
	void applicationsWithoutTransactionsNeedNoneOfTheirClasses() {
		this.runner.withClassLoader(new FilteredClassLoader(TransactionOperations.class, MeterRegistry.class))
			.run((context) -> {
				open(context);
				receive(ServiceTalk.answer("item_1", "Hello", new byte[48]));
				heard(context, TurnFinished.class, 1);
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "queue-size", "max-threads", "max-attempts" })
	void figuresHaveToBePositive(String name) {
		this.runner.withPropertyValues("realtime.external-events." + name + "=0")
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.hasRootCauseInstanceOf(InvalidRealtimePropertyException.class)
				.rootCause()
				.hasMessageContaining("realtime.external-events." + name));
	}

	@Test
	void whenHasUserDefinedOutboxDoesNotAutoConfigureOutbox() {
		ExternalOutbox own = mock();
		this.runner.withBean("own", ExternalOutbox.class, () -> own)
			.run((context) -> assertThat(context).hasSingleBean(ExternalOutbox.class).hasBean("own"));
	}

	private RealtimeSession open(ApplicationContext context) {
		RealtimeSession session = context.getBean(RealtimeClient.class).open();
		session.open().join();
		return session;
	}

	private void receive(List<String> events) {
		this.transport.connection().receive(events);
	}

	private static org.awaitility.core.ConditionFactory await() {
		return Awaitility.await().atMost(20, TimeUnit.SECONDS);
	}

	private static <E> List<E> heard(ApplicationContext context, Class<E> type, int count) {
		await().untilAsserted(() -> assertThat(all(context, type)).hasSizeGreaterThanOrEqualTo(count));
		return all(context, type);
	}

	private static <E> List<E> all(ApplicationContext context, Class<E> type) {
		List<ExternalEvent> events = context.getBean(Heard.class).events;
		synchronized (events) {
			return events.stream().filter(type::isInstance).map(type::cast).toList();
		}
	}

	static class Heard {

		final List<ExternalEvent> events = Collections.synchronizedList(new ArrayList<>());

		@EventListener
		void on(ExternalEvent event) {
			this.events.add(event);
		}

	}

	static class Tools {

		@RealtimeTool(description = "Tells the weather")
		String weather(String city) {
			return "sunny";
		}

	}

}
