package io.realtime4j.simulator.guide;

import java.util.concurrent.TimeUnit;

import io.realtime4j.session.RealtimeSession;
import io.realtime4j.simulator.RealtimeSimulator;
import io.realtime4j.simulator.test.autoconfigure.AutoConfigureRealtimeSimulator;
import io.realtime4j.speech.Answer;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest
@AutoConfigureRealtimeSimulator
class FrontDeskTests {

	@Autowired
	private RealtimeSimulator simulator;

	@Autowired
	private RealtimeSession session;

	@Test
	void guestIsGreeted() throws Exception {
		this.simulator.nextResponse("Good morning.");
		Answer answer = this.session.ask("Hello").get(20, TimeUnit.SECONDS);
		assertThat(answer.text()).isEqualTo("Good morning.");
	}

}
