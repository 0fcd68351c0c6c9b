package io.realtime4j.simulator.autoconfigure;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.event.server.ResponseOutputTextDelta;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.model.response.ResponseStatus;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionClosed;
import io.realtime4j.session.SessionOpened;
import io.realtime4j.simulator.RealtimeSimulator;
import io.realtime4j.simulator.ears.SimulatorEars;
import io.realtime4j.simulator.ears.StandardEars;
import io.realtime4j.simulator.model.ModelReply;
import io.realtime4j.simulator.model.SimulatorModel;
import io.realtime4j.spring.boot.autoconfigure.RealtimeAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.RealtimeConnectionDetails;
import io.realtime4j.spring.boot.autoconfigure.RealtimeEventAutoConfiguration;
import io.realtime4j.spring.event.RealtimeEvent;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;

class RealtimeSimulatorAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(RealtimeSimulatorAutoConfiguration.class,
				RealtimeAutoConfiguration.class, RealtimeEventAutoConfiguration.class))
		.withPropertyValues("realtime.session.output-modalities=text", "realtime.simulator.pace=1000");

	@Test
	void startsWhereNoServiceIsConfigured() {
		this.runner.run((context) -> {
			RealtimeSimulator simulator = context.getBean(RealtimeSimulator.class);
			assertThat(context.getBean(RealtimeConnectionDetails.class).getBaseUrl()).isEqualTo(simulator.baseUrl());
			context.getBean(RealtimeSession.class).open().get(20, TimeUnit.SECONDS);
			assertThat(simulator.connections()).hasSize(1);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "${ABSENT_KEY}", "${ABSENT_KEY:}", "${ABSENT_KEY:${OTHER_KEY}}" })
	void takesAKeyWithoutAValueForNone(String key) {
		this.runner.withPropertyValues("realtime.api-key=" + key, "realtime.base-url=${ABSENT_URL}")
			.run((context) -> assertThat(context).hasSingleBean(RealtimeSimulator.class)
				.getBean(RealtimeConnectionDetails.class)
				.isInstanceOf(SimulatorRealtimeConnectionDetails.class));
	}

	@Test
	void backsOffWhereAPlaceholderHasAValue() {
		this.runner
			.withPropertyValues("realtime.api-key=${SOME_KEY}", "SOME_KEY=sk-test", "realtime.session.auto-open=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(RealtimeSimulator.class));
	}

	@Test
	void backsOffWhereAKeyIsConfigured() {
		this.runner.withPropertyValues("realtime.api-key=sk-test", "realtime.session.auto-open=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(RealtimeSimulator.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "realtime.base-url=http://localhost:8080/v1", "realtime.simulator.enabled=false" })
	void leavesTheKeyMissingWhereItShallNotStart(String property) {
		this.runner.withPropertyValues(property)
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining("realtime.api-key"));
	}

	@Test
	void backsOffFromConnectionDetailsOfTheApplication() {
		RealtimeConnectionDetails details = () -> URI.create("http://localhost:1/v1");
		this.runner.withPropertyValues("realtime.session.auto-open=false")
			.withBean(RealtimeConnectionDetails.class, () -> details)
			.run((context) -> assertThat(context).doesNotHaveBean(RealtimeSimulator.class));
	}

	@Test
	void isAbsentWithoutTheStarter() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(RealtimeSimulatorAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader(RealtimeConnectionDetails.class))
			.run((context) -> assertThat(context).doesNotHaveBean(RealtimeSimulator.class));
	}

	@Test
	void answersWithTheModelOfTheApplication() {
		this.runner.withBean(SimulatorModel.class, () -> (request) -> ModelReply.text("Forty-two.")).run((context) -> {
			ResponseDone done = context.getBean(RealtimeSession.class)
				.ask("What is the answer?")
				.get(20, TimeUnit.SECONDS)
				.last();
			assertThat(done.response().output()).singleElement().asString().contains("Forty-two.");
		});
	}

	@Test
	void hasEarsWhereSphinxIsOnTheClassPath() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(SimulatorEars.class));
		this.runner.withClassLoader(new FilteredClassLoader("edu.cmu.sphinx"))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(RealtimeSimulator.class)
				.doesNotHaveBean(SimulatorEars.class));
	}

	@Test
	void hasNoEarsWhereTheyAreTurnedOff() {
		this.runner.withPropertyValues("realtime.simulator.ears.enabled=false")
			.run((context) -> assertThat(context).hasSingleBean(RealtimeSimulator.class)
				.doesNotHaveBean(SimulatorEars.class));
	}

	@Test
	void hearsWithTheEarsOfTheApplication() {
		SimulatorEars ears = StandardEars.deaf();
		this.runner.withBean("ears", SimulatorEars.class, () -> ears)
			.run((context) -> assertThat(context).getBean(SimulatorEars.class).isSameAs(ears));
	}

	@Test
	void letsEventListenersHearAConversation() {
		this.runner.withUserConfiguration(ConversationListeners.class).run((context) -> {
			ConversationListeners listeners = context.getBean(ConversationListeners.class);
			ResponseDone done = context.getBean(RealtimeSession.class)
				.ask("Good morning!")
				.get(20, TimeUnit.SECONDS)
				.last();
			assertThat(done.response().status()).isEqualTo(ResponseStatus.COMPLETED);
			Awaitility.await().until(() -> listeners.types().contains("rate_limits.updated"));
			assertThat(listeners.types()).startsWith("session.created", "session.updated")
				.containsSubsequence("response.created", "response.output_text.delta", "response.done");
			assertThat(listeners.deltas()).isNotEmpty();
			assertThat(String.join("", listeners.deltas())).isEqualTo(listeners.text());
			assertThat(listeners.opened()).isEqualTo(1);
			context.close();
			assertThat(listeners.closed()).isEqualTo(1);
		});
	}

	@Configuration(proxyBeanMethods = false)
	static class ConversationListeners {

		private final List<String> types = new CopyOnWriteArrayList<>();

		private final List<String> deltas = new CopyOnWriteArrayList<>();

		private final List<Object> states = new CopyOnWriteArrayList<>();

		private volatile String text = "";

		@Bean
		Object marker() {
			return new Object();
		}

		@EventListener
		void on(ServerEvent event) {
			this.types.add(event.type());
		}

		@EventListener
		void on(ResponseOutputTextDelta event) {
			this.deltas.add(event.delta());
		}

		@EventListener
		void onDone(RealtimeEvent<io.realtime4j.event.server.ResponseOutputTextDone> event) {
			this.text = event.getPayload().text();
		}

		@EventListener({ SessionOpened.class, SessionClosed.class })
		void onState(Object state) {
			this.states.add(state);
		}

		List<String> types() {
			return this.types;
		}

		List<String> deltas() {
			return this.deltas;
		}

		String text() {
			return this.text;
		}

		long opened() {
			return this.states.stream().filter(SessionOpened.class::isInstance).count();
		}

		long closed() {
			return this.states.stream().filter(SessionClosed.class::isInstance).count();
		}

	}

}
