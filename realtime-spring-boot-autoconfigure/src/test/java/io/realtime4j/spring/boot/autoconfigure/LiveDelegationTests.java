package io.realtime4j.spring.boot.autoconfigure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import io.realtime4j.live.model.delegation.ClientDelegation;
import io.realtime4j.live.model.delegation.DelegationSettings;
import io.realtime4j.live.model.delegation.LiveReasoning;
import io.realtime4j.live.model.delegation.LiveReasoningEffort;
import io.realtime4j.live.model.delegation.ResponseText;
import io.realtime4j.live.model.delegation.ResponsesDelegation;
import io.realtime4j.live.model.delegation.ResponsesSettings;
import io.realtime4j.live.model.delegation.ServiceTier;
import io.realtime4j.live.model.delegation.Verbosity;
import io.realtime4j.live.session.LiveClient;
import io.realtime4j.live.session.LiveSession;
import io.realtime4j.live.session.LiveSpec;
import io.realtime4j.live.tool.DelegationEvent;
import io.realtime4j.live.tool.DelegationFinished;
import io.realtime4j.live.tool.DelegationHandler;
import io.realtime4j.live.tool.DelegationListener;
import io.realtime4j.live.tool.DelegationOutcome;
import io.realtime4j.live.tool.DelegationRunner;
import io.realtime4j.live.tool.DelegationStarted;
import io.realtime4j.live.tool.LiveDelegations;
import io.realtime4j.model.Toggle;
import io.realtime4j.spring.boot.autoconfigure.mapping.InvalidRealtimePropertyException;
import io.realtime4j.spring.event.RealtimeEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mockito;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

/**
 * Tests for the work that live sessions delegate to an application.
 */
class LiveDelegationTests {

	private final ScriptedTransport transport = ScriptedTransport.opening();

	private final ApplicationContextRunner contextRunner = RealtimeContext.live(this.transport)
		.withPropertyValues("realtime.live.delegation.handler.settle-time=0s")
		.withBean(Told.class);

	@Test
	void handlerOfTheApplicationAnswers() {
		DelegationListener listener = mock(DelegationListener.class);
		this.contextRunner.withBean(DelegationHandler.class, () -> (task) -> "Answer to " + task.text())
			.withBean(DelegationListener.class, () -> listener)
			.run((context) -> {
				LiveSession session = open(context);
				assertThat(delegation(context)).isEqualTo(Toggle.on(ClientDelegation.of()));
				this.transport.connection().receive(LiveTalk.said("input", "Is table seven free", 0, 800));
				delegate("d1");
				await().untilAsserted(() -> assertAnswered("d1", "Answer to User: Is table seven free"));
				Told told = context.getBean(Told.class);
				await().until(() -> told.finished.size() == 1);
				assertThat(told.started).extracting((event) -> event.session(LiveSession.class))
					.containsExactly(session);
				assertThat(told.outcomes()).containsExactly(new DelegationOutcome.Answered(0));
				then(listener).should(Mockito.timeout(10_000)).onDelegationEvent(any(), any(DelegationFinished.class));
			});
	}

	@Test
	void handlerMayNeedTheClient() {
		this.contextRunner.withUserConfiguration(NeedsClient.class).run((context) -> {
			open(context);
			delegate("d1");
			await().untilAsserted(() -> assertAnswered("d1", "1 open"));
		});
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void whenNobodyDoesTheWorkModelIsToldAndLogSaysWhatToDo(CapturedOutput output) {
		this.contextRunner.run((context) -> {
			open(context);
			delegate("d1");
			await().untilAsserted(() -> assertAnswered("d1", "nobody can do such work"));
			await().untilAsserted(() -> assertThat(output).contains("DelegationHandler",
					"'realtime.live.delegation.responses.model'", "delegation=d1"));
		});
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void whatAHandlerThrowsIsLoggedWithoutWords(CapturedOutput output) {
		this.contextRunner.withBean(DelegationHandler.class, () -> (task) -> {
			throw new IllegalStateException("no database");
		}).run((context) -> {
			open(context);
			this.transport.connection().receive(LiveTalk.said("input", "secret", 0, 800));
			delegate("d1");
			await().untilAsserted(() -> assertAnswered("d1", "The work failed"));
			await().untilAsserted(() -> assertThat(output).contains("Delegated work failed", "no database"));
			assertThat(output).doesNotContain("secret");
		});
	}

	@Test
	void sessionMayHaveAHandlerOfItsOwn() {
		this.contextRunner.withBean(DelegationHandler.class, () -> (task) -> "default").run((context) -> {
			context.getBean(LiveClient.class)
				.open((spec) -> DelegationRunner.equip(spec, (task) -> "own"))
				.open()
				.join();
			delegate("d1");
			await().untilAsserted(() -> assertAnswered("d1", "own"));
		});
	}

	@Test
	void workThatRunsIsGivenUpWhenTheApplicationStops() {
		List<DelegationEvent> events = Collections.synchronizedList(new ArrayList<>());
		this.contextRunner.withBean(DelegationListener.class, () -> (session, event) -> events.add(event))
			.withBean(DelegationHandler.class, () -> (task) -> {
				new CountDownLatch(1).await();
				return "late";
			})
			.run((context) -> {
				LiveSession session = open(context);
				delegate("d1");
				await().until(() -> events.size() == 1);
				assertThat(LiveDelegations.of(session).running()).hasSize(1);
			});
		await().until(() -> events.size() == 2);
		assertThat(events.get(1)).isInstanceOfSatisfying(DelegationFinished.class,
				(finished) -> assertThat(finished.outcome()).isEqualTo(new DelegationOutcome.SessionEnded()));
	}

	@Test
	void whenApplicationAnswersByItselfNobodyElseDoes() {
		this.contextRunner.withPropertyValues("realtime.live.delegation.handler.enabled=false").run((context) -> {
			LiveSession session = open(context);
			assertThat(context).doesNotHaveBean(DelegationRunner.class);
			assertThatIllegalStateException().isThrownBy(() -> LiveDelegations.of(session));
			delegate("d1");
			session.say("Table seven is free.", "d1").join();
			assertThat(this.transport.connection().sent()).filteredOn((text) -> text.contains("commentary"))
				.singleElement()
				.asString()
				.contains("Table seven");
		});
	}

	@Test
	void whenHasUserDefinedRunnerDoesNotAutoConfigureRunner() {
		this.contextRunner
			.withBean("own", DelegationRunner.class,
					() -> DelegationRunner.builder(Runnable::run, mock()).handler((task) -> "own").build())
			.run((context) -> assertThat(context).hasSingleBean(DelegationRunner.class).hasBean("own"));
	}

	@Test
	void severalHandlersStopTheStartUnlessOneIsPrimary() {
		this.contextRunner.withUserConfiguration(TwoHandlers.class).run((context) -> {
			FailureAnalysis analysis = RealtimeFailureAnalyzersTests.analyze(context.getStartupFailure());
			assertThat(analysis.getDescription()).contains("DelegationHandler", "kitchen", "cellar");
			assertThat(analysis.getAction()).contains("@Primary", "DelegationRunner.equip");
		});
		this.contextRunner.withUserConfiguration(TwoHandlersOnePrimary.class).run((context) -> {
			open(context);
			delegate("d1");
			await().untilAsserted(() -> assertAnswered("d1", "cellar"));
		});
	}

	@Test
	void propertiesOfResponsesAreMapped() {
		this.contextRunner
			.withPropertyValues("realtime.live.delegation.acknowledgement-delay=1s",
					"realtime.live.delegation.responses.model=gpt-5",
					"realtime.live.delegation.responses.instructions=Look it up.",
					"realtime.live.delegation.responses.reasoning-effort=low",
					"realtime.live.delegation.responses.verbosity=low",
					"realtime.live.delegation.responses.max-output-tokens=500",
					"realtime.live.delegation.responses.parallel-tool-calls=false",
					"realtime.live.delegation.responses.service-tier=priority")
			.run((context) -> assertThat(delegation(context)).isEqualTo(Toggle.on(new ResponsesDelegation(1000L,
					ResponsesSettings.builder()
						.model("gpt-5")
						.instructions("Look it up.")
						.reasoning(LiveReasoning.of(LiveReasoningEffort.LOW))
						.text(ResponseText.of(new Verbosity("low")))
						.maxOutputTokens(500L)
						.parallelToolCalls(false)
						.serviceTier(new ServiceTier("priority"))
						.build(),
					Map.of()))));
	}

	@Test
	void typeIsWhatTheApplicationHas() {
		this.contextRunner.run((context) -> assertThat(delegation(context)).isNull());
		this.contextRunner.withPropertyValues("realtime.live.delegation.acknowledgement-delay=200ms")
			.run((context) -> assertThat(delegation(context))
				.isEqualTo(Toggle.on(new ClientDelegation(200L, Map.of()))));
		this.contextRunner.withPropertyValues("realtime.live.delegation.type=none")
			.run((context) -> assertThat(delegation(context)).isEqualTo(Toggle.off()));
	}

	@ParameterizedTest
	@CsvSource({ "realtime.live.delegation.handler.timeout, 0s", "realtime.live.delegation.handler.settle-time, -1s",
			"realtime.live.delegation.handler.max-running, 0", "realtime.live.delegation.acknowledgement-delay, -1s" })
	void wrongValueIsNamed(String property, String value) {
		assertRefused(property, property + "=" + value);
	}

	@Test
	void propertiesThatDoNotFitAreNamed() {
		String type = "realtime.live.delegation.type";
		String model = "realtime.live.delegation.responses.model";
		assertRefused(model, type + "=responses");
		assertRefused(model, type + "=client", model + "=gpt-5");
		assertRefused(model, model + "=");
		assertRefused("realtime.live.delegation.acknowledgement-delay", type + "=none",
				"realtime.live.delegation.acknowledgement-delay=1s");
		assertRefused("realtime.live.delegation.responses.max-output-tokens", model + "=gpt-5",
				"realtime.live.delegation.responses.max-output-tokens=0");
	}

	@Test
	void whenBothCouldDoTheWorkTypeIsMissed() {
		ApplicationContextRunner both = this.contextRunner
			.withPropertyValues("realtime.live.delegation.responses.model=gpt-5")
			.withBean(DelegationHandler.class, () -> (task) -> "own");
		assertRefused(both, "realtime.live.delegation.type");
		both.withPropertyValues("realtime.live.delegation.type=responses")
			.run((context) -> assertThat(delegation(context).value()).isInstanceOf(ResponsesDelegation.class));
	}

	private void assertRefused(String property, String... values) {
		assertRefused(this.contextRunner.withPropertyValues(values), property);
	}

	private static void assertRefused(ApplicationContextRunner runner, String property) {
		runner.run((context) -> assertThat(context).getFailure()
			.rootCause()
			.isInstanceOfSatisfying(InvalidRealtimePropertyException.class,
					(ex) -> assertThat(ex.getProperty()).isEqualTo(property)));
	}

	private static Toggle<DelegationSettings> delegation(ApplicationContext context) {
		return context.getBean(LiveSpec.class).settings().delegation();
	}

	private static LiveSession open(ApplicationContext context) {
		LiveSession session = context.getBean(LiveClient.class).open();
		session.open().join();
		return session;
	}

	private void delegate(String id) {
		this.transport.connection().receive(LiveTalk.delegated(id, "client", 900));
	}

	private void assertAnswered(String id, String words) {
		assertThat(this.transport.connection().sent()).filteredOn((text) -> text.contains("session.commentary.append"))
			.singleElement()
			.asString()
			.contains(words, "\"delegation_id\":\"" + id + "\"");
	}

	static class Told {

		private final List<RealtimeEvent<DelegationStarted>> started = Collections.synchronizedList(new ArrayList<>());

		private final List<DelegationFinished> finished = Collections.synchronizedList(new ArrayList<>());

		@EventListener
		void onStarted(RealtimeEvent<DelegationStarted> event) {
			this.started.add(event);
		}

		@EventListener
		void onFinished(DelegationFinished event) {
			this.finished.add(event);
		}

		List<DelegationOutcome> outcomes() {
			return this.finished.stream().map(DelegationFinished::outcome).toList();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class NeedsClient {

		@Bean
		DelegationHandler counting(LiveClient client) {
			return (task) -> client.sessions().size() + " open";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TwoHandlers {

		@Bean
		DelegationHandler kitchen() {
			return (task) -> "kitchen";
		}

		@Bean
		DelegationHandler cellar() {
			return (task) -> "cellar";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TwoHandlersOnePrimary {

		@Bean
		DelegationHandler kitchen() {
			return (task) -> "kitchen";
		}

		@Bean
		@Primary
		DelegationHandler cellar() {
			return (task) -> "cellar";
		}

	}

}
