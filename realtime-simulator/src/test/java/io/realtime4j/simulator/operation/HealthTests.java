package io.realtime4j.simulator.operation;

import java.util.concurrent.TimeUnit;

import io.realtime4j.session.RealtimeClient;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the health of the service, by HTTP.
 */
class HealthTests {

	private static final String DETAILS = "management.endpoint.health.show-details=always";

	@Test
	void healthFollowsTheSessionsAndIsPartOfNoProbe() throws Exception {
		try (OperatedApplication application = OperatedApplication.start(DETAILS,
				"management.endpoint.health.probes.enabled=true")) {
			assertThat(realtime(application).path("status").asString()).isEqualTo("UNKNOWN");
			assertThat(application.simulator().connections()).isEmpty();
			application.open();
			await().untilAsserted(() -> assertThat(realtime(application).path("status").asString()).isEqualTo("UP"));
			application.simulator().refuseHandshakes(1, 401);
			application.bean(RealtimeClient.class).open().closed().get(20, TimeUnit.SECONDS);
			await().untilAsserted(() -> assertThat(realtime(application).path("status").asString()).isEqualTo("DOWN"));
			assertThat(realtime(application).at("/details/lastRefusal/message").asString()).contains("401");
			assertThat(application.call("GET", "health").body()).doesNotContain(OperatedApplication.CANARY);
			assertThat(application.status("GET", "health")).isEqualTo(503);
			assertThat(application.status("GET", "health/readiness")).isEqualTo(200);
			assertThat(application.status("GET", "health/liveness")).isEqualTo(200);
			assertThat(application.get("health/readiness").path("components").propertyNames())
				.doesNotContain("realtime");
		}
	}

	private static JsonNode realtime(OperatedApplication application) throws Exception {
		return application.get("health").at("/components/realtime");
	}

}
