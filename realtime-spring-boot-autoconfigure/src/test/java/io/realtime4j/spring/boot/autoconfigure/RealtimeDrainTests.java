package io.realtime4j.spring.boot.autoconfigure;

import io.realtime4j.live.session.LiveClient;
import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionState;
import io.realtime4j.session.context.SessionNotAdmittedException;
import io.realtime4j.spring.operation.Drain;
import io.realtime4j.translation.model.TranslationSettings;
import io.realtime4j.translation.session.TranslationClient;
import io.realtime4j.translation.session.TranslationSpec;
import org.junit.jupiter.api.Test;

import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ApplicationAvailabilityBean;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for an application that is drained, and for the end of the drain.
 */
class RealtimeDrainTests {

	private final ScriptedTransport transport = ScriptedTransport.opening();

	private final ApplicationContextRunner contextRunner = RealtimeContext.live(this.transport)
		.withPropertyValues("realtime.session.auto-open=false")
		.withBean(ApplicationAvailabilityBean.class);

	@Test
	void drainedApplicationOpensNoSessionsOfAnyFamily() {
		this.contextRunner.run((context) -> {
			context.getBean(Drain.class).begin();
			RealtimeClient client = context.getBean(RealtimeClient.class);
			assertThat(client.isClosedToSessions()).isTrue();
			assertThatExceptionOfType(SessionNotAdmittedException.class).isThrownBy(client::open)
				.withMessageContaining("drained");
			assertThatExceptionOfType(SessionNotAdmittedException.class).isThrownBy(client::create);
			assertThatExceptionOfType(SessionNotAdmittedException.class)
				.isThrownBy(() -> context.getBean(LiveClient.class).open());
			assertThatExceptionOfType(SessionNotAdmittedException.class)
				.isThrownBy(() -> context.getBean(TranslationClient.class)
					.open(TranslationSpec.of(TranslationSettings.into("de"))));
			assertThat(client.sessions()).filteredOn((session) -> session.state() != SessionState.NEW).isEmpty();
			assertThat(this.transport.connections()).isEmpty();
		});
	}

	@Test
	void sessionThatWasThereBeforeGoesOnUntilItIsEnded() {
		this.contextRunner.run((context) -> {
			RealtimeSession session = context.getBean(RealtimeClient.class).open();
			context.getBean(Drain.class).begin();
			session.sendText("Hello");
			assertThat(session.state()).isEqualTo(SessionState.OPEN);
		});
	}

	@Test
	void drainEndsWhenTheApplicationAcceptsTrafficAgain() {
		this.contextRunner.run((context) -> {
			context.getBean(Drain.class).begin();
			AvailabilityChangeEvent.publish(context, LivenessState.CORRECT);
			assertThat(context.getBean(Drain.class).isActive()).isTrue();
			AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
			assertThat(context.getBean(RealtimeClient.class).open().state()).isEqualTo(SessionState.OPEN);
		});
	}

	@Test
	void drainEndsWhenTheApplicationIsStartedAgain() {
		this.contextRunner.run((context) -> {
			context.getBean(Drain.class).begin();
			AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
			context.getSourceApplicationContext().stop();
			context.getSourceApplicationContext().start();
			assertThat(context.getBean(ApplicationAvailability.class).getReadinessState())
				.isEqualTo(ReadinessState.ACCEPTING_TRAFFIC);
			assertThat(context.getBean(RealtimeClient.class).open().state()).isEqualTo(SessionState.OPEN);
		});
	}

	@Test
	void readinessThatWasRefusedForAnotherReasonStaysSo() {
		this.contextRunner.run((context) -> {
			AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
			context.getSourceApplicationContext().stop();
			context.getSourceApplicationContext().start();
			assertThat(context.getBean(ApplicationAvailability.class).getReadinessState())
				.isEqualTo(ReadinessState.REFUSING_TRAFFIC);
		});
	}

	@Test
	void pageIsToldToComeBackLater() {
		BridgeServer server = new BridgeServer();
		server.runner().run((context) -> {
			context.getBean(Drain.class).begin();
			BridgePage page = BridgePage.connect(BridgeServer.port(context));
			page.send("{'type':'start','sampleRate':24000}");
			assertThat(page.awaitClosed()).startsWith("1013 ");
			assertThat(server.transport().connections()).isEmpty();
		});
	}

}
