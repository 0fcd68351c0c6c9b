package io.realtime4j.spring.boot.autoconfigure.actuate;

import java.time.Duration;
import java.util.List;

import io.realtime4j.live.model.LiveUsage;
import io.realtime4j.live.session.LiveClient;
import io.realtime4j.live.session.LiveSession;
import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.VoiceSession;
import io.realtime4j.spring.operation.Drain;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ApplicationAvailabilityBean;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link RealtimeEndpointAutoConfiguration}.
 */
class RealtimeEndpointAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(RealtimeEndpointAutoConfiguration.class));

	private final ApplicationContextRunner exposed = this.runner
		.withPropertyValues("management.endpoints.web.exposure.include=realtime");

	@Test
	void endpointIsThereWhereItIsExposed() {
		this.exposed.run((context) -> assertThat(context).hasSingleBean(RealtimeSessionsEndpoint.class)
			.hasSingleBean(RealtimeSessionsEndpointWebExtension.class));
		this.runner.run((context) -> assertThat(context).hasNotFailed()
			.doesNotHaveBean(RealtimeSessionsEndpoint.class)
			.doesNotHaveBean(RealtimeSessionsEndpointWebExtension.class));
	}

	@Test
	void endpointIsNotThereWithoutAccess() {
		this.exposed.withPropertyValues("management.endpoint.realtime.access=NONE")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(RealtimeSessionsEndpoint.class));
	}

	@Test
	void nothingIsThereWithoutTheActuator() {
		this.exposed.withClassLoader(new FilteredClassLoader(Endpoint.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("realtime4jSessionsEndpoint"));
	}

	@Test
	void sessionOfSeveralClientsIsShownOnce() {
		RealtimeSession session = mock(RealtimeSession.class);
		given(session.id()).willReturn("rts_1");
		given(session.statistics()).willReturn(statistics());
		this.exposed.withBean("client", RealtimeClient.class, () -> client(session))
			.withBean("decorated", RealtimeClient.class, () -> client(session))
			.run((context) -> assertThat(context.getBean(RealtimeSessionsEndpoint.class).sessions().sessions())
				.extracting(SessionDescriptor::id)
				.containsExactly("rts_1"));
	}

	@Test
	void sessionsOfLiveClientsAreShown() {
		LiveSession session = mock(LiveSession.class);
		given(session.id()).willReturn("rts_2");
		given(session.usage()).willReturn(new LiveUsage(1.5));
		given(session.statistics()).willReturn(statistics());
		LiveClient client = mock(LiveClient.class);
		given(client.sessions()).willReturn(List.of(session));
		this.exposed.withBean(LiveClient.class, () -> client)
			.run((context) -> assertThat(context.getBean(RealtimeSessionsEndpoint.class).session("rts_2"))
				.satisfies((shown) -> {
					assertThat(shown.family()).isEqualTo("live");
					assertThat(shown.usage().active()).hasMillis(1500);
				}));
	}

	@Test
	void drainKeepsSessionsFromBeingOpened() {
		this.exposed.withBean(Drain.class).withBean(ApplicationAvailabilityBean.class).run((context) -> {
			assertThat(context.getBean(Drain.class).isActive()).isFalse();
			context.getBean(RealtimeSessionsEndpoint.class).drain();
			assertThat(context.getBean(Drain.class).isActive()).isTrue();
			assertThat(context.getBean(ApplicationAvailability.class).getReadinessState())
				.isEqualTo(ReadinessState.REFUSING_TRAFFIC);
		});
	}

	@Test
	void negativePatienceIsRefused() {
		this.exposed.withPropertyValues("management.endpoint.realtime.patience=-1s")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("management.endpoint.realtime.patience"));
	}

	private static RealtimeClient client(RealtimeSession session) {
		RealtimeClient client = mock(RealtimeClient.class);
		given(client.sessions()).willReturn(List.of(session));
		return client;
	}

	private static VoiceSession.Statistics statistics() {
		VoiceSession.Queue empty = new VoiceSession.Queue(0, 0);
		return new VoiceSession.Statistics(null, null, null, Duration.ZERO, 0, empty, empty);
	}

}
