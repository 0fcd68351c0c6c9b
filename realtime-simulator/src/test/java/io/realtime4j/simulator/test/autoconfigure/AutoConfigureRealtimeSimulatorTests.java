package io.realtime4j.simulator.test.autoconfigure;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.simulator.RealtimeSimulator;
import io.realtime4j.simulator.model.ModelReply;
import io.realtime4j.simulator.model.ReplyEnd;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(properties = { "realtime.api-key=sk-real-0123456789", "realtime.base-url=https://realtime.example/v1",
		"realtime.session.output-modalities=text" })
@AutoConfigureRealtimeSimulator
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AutoConfigureRealtimeSimulatorTests {

	@Autowired
	private RealtimeSimulator simulator;

	@Autowired
	private RealtimeSession session;

	@Autowired
	private Environment environment;

	@Test
	@Order(1)
	void sessionTalksToTheSimulatorWhateverIsConfigured() throws Exception {
		this.simulator.nextResponse("Good morning.");
		assertThat(answer().response().status().value()).isEqualTo("completed");
		assertThat(this.simulator.awaitConnection(1, Duration.ofSeconds(20)).handshake().authenticated()).isFalse();
		assertThat(this.environment.getProperty("realtime.simulator.pace")).isEqualTo("Infinity");
		this.simulator.nextResponse(ModelReply.ending(ReplyEnd.quotaExceeded()));
	}

	@Test
	@Order(2)
	void whatAnotherTestScriptedIsForgotten() throws Exception {
		assertThat(answer().response().status().value()).isEqualTo("completed");
	}

	private ResponseDone answer() throws Exception {
		this.session.open().get(20, TimeUnit.SECONDS);
		return this.session.ask("Hello").get(20, TimeUnit.SECONDS).last();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class TestApplication {

	}

}
