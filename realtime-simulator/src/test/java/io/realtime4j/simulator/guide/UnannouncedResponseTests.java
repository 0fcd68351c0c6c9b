package io.realtime4j.simulator.guide;

import java.util.concurrent.TimeUnit;

import io.realtime4j.session.RealtimeSession;
import io.realtime4j.simulator.RealtimeSimulator;
import io.realtime4j.simulator.test.autoconfigure.AutoConfigureRealtimeSimulator;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for an application whose service does not say any more that a response begins,
 * over a real connection.
 */
@SpringBootTest
@AutoConfigureRealtimeSimulator
class UnannouncedResponseTests {

	@Autowired
	private RealtimeSimulator simulator;

	@Autowired
	private RealtimeSession session;

	@Test
	void requestIsAnsweredThoughItsResponseWasNotToldToBegin() throws Exception {
		this.session.ask("Hello").get(20, TimeUnit.SECONDS);
		this.simulator.leaveOut("response.created");
		for (int i = 0; i < 2; i++) {
			assertThat(this.session.ask("Hello").get(20, TimeUnit.SECONDS).outcome().isCompleted()).isTrue();
		}
	}

}
