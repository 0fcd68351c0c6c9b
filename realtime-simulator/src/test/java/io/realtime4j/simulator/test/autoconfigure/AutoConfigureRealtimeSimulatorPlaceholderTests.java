package io.realtime4j.simulator.test.autoconfigure;

import java.util.concurrent.TimeUnit;

import io.realtime4j.session.RealtimeSession;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AutoConfigureRealtimeSimulator} where the key is a placeholder without
 * a value, as on a machine that builds.
 */
@SpringBootTest(properties = { "realtime.api-key=${ABSENT_KEY}", "realtime.base-url=${ABSENT_URL}",
		"realtime.session.output-modalities=text" })
@AutoConfigureRealtimeSimulator
class AutoConfigureRealtimeSimulatorPlaceholderTests {

	@Test
	void sessionTalksToTheSimulator(@Autowired RealtimeSession session) throws Exception {
		assertThat(session.ask("Hello").get(20, TimeUnit.SECONDS).outcome().isCompleted()).isTrue();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class TestApplication {

	}

}
