package io.realtime4j.spring.boot.autoconfigure;

import io.realtime4j.spring.boot.autoconfigure.actuate.RealtimeHealthContributorAutoConfiguration;
import io.realtime4j.spring.operation.ServiceTraffic;
import io.realtime4j.transport.HandshakeRefused;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link RealtimeHealthContributorAutoConfiguration}.
 */
class RealtimeHealthTests {

	@Test
	void healthIsThatOfTheSessionsOfTheApplication() {
		runner(ScriptedTransport.opening())
			.run((context) -> await().until(() -> status(context.getBean(HealthIndicator.class)).equals(Status.UP)));
		runner(ScriptedTransport.refusing(new HandshakeRefused(401, null)))
			.run((context) -> await().until(() -> status(context.getBean(HealthIndicator.class)).equals(Status.DOWN)));
	}

	@Test
	void noSessionIsOpenedToFindOut() {
		ScriptedTransport transport = ScriptedTransport.opening();
		runner(transport).withPropertyValues("realtime.session.auto-open=false").run((context) -> {
			assertThat(status(context.getBean(HealthIndicator.class))).isEqualTo(Status.UNKNOWN);
			assertThat(transport.connections()).isEmpty();
		});
	}

	@Test
	void healthIsNotThereIfItIsDisabledOrReplaced() {
		runner(ScriptedTransport.opening()).withPropertyValues("management.health.realtime.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(HealthIndicator.class)
				.doesNotHaveBean(ServiceTraffic.class));
		HealthIndicator own = mock(HealthIndicator.class);
		runner(ScriptedTransport.opening()).withBean("realtimeHealthIndicator", HealthIndicator.class, () -> own)
			.run((context) -> assertThat(context).getBean(HealthIndicator.class).isSameAs(own));
	}

	@Test
	void nothingIsThereWithoutTheHealthOfBoot() {
		runner(ScriptedTransport.opening()).withClassLoader(new FilteredClassLoader(HealthIndicator.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ServiceTraffic.class));
	}

	@Test
	void failureMustBeValidForSomeTime() {
		runner(ScriptedTransport.opening()).withPropertyValues("management.health.realtime.failure-validity=0s")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("management.health.realtime.failure-validity"));
	}

	private static Status status(HealthIndicator indicator) {
		return indicator.health().getStatus();
	}

	private static ApplicationContextRunner runner(ScriptedTransport transport) {
		return RealtimeContext.runner(transport)
			.withConfiguration(AutoConfigurations.of(RealtimeHealthContributorAutoConfiguration.class));
	}

}
