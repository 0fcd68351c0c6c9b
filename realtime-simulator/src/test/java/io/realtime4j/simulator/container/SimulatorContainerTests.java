package io.realtime4j.simulator.container;

import java.util.concurrent.TimeUnit;

import io.realtime4j.session.RealtimeSession;
import io.realtime4j.speech.Answer;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A session with the simulator in a container. Skipped where there is no Docker.
 */
@SpringBootTest(properties = "realtime.session.output-modalities=text")
@Testcontainers(disabledWithoutDocker = true)
class SimulatorContainerTests {

	@Container
	@ServiceConnection("realtime")
	static final GenericContainer<?> simulator = new GenericContainer<>(SimulatorImage.create())
		.withExposedPorts(SimulatorImage.PORT)
		.waitingFor(Wait.forLogMessage(".*/v1/realtime.*", 1));

	@Autowired
	private RealtimeSession session;

	@Test
	void sessionTalksToTheContainerWithoutKey() throws Exception {
		Answer answer = this.session.ask("Hello").get(60, TimeUnit.SECONDS);
		assertThat(answer.outcome().isCompleted()).isTrue();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class TestApplication {

	}

}
