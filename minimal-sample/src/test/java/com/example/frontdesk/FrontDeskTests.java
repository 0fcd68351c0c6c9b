package com.example.frontdesk;

import java.util.concurrent.TimeUnit;

import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.simulator.RealtimeSimulator;
import io.realtime4j.simulator.model.ModelReply;
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
	private RealtimeClient client;

	@Test
	void guestIsToldThePrice() throws Exception {
		this.simulator.nextResponse(ModelReply.builder().call("price", "{\"guests\":2}").build());
		this.simulator.nextResponse("That is 100 euros.");
		RealtimeSession session = this.client.open();
		Answer answer = session.ask("What is a room for two?").get(20, TimeUnit.SECONDS);
		assertThat(answer.text()).isEqualTo("That is 100 euros.");
		assertThat(session.conversation().entries().toString()).contains("output=100");
		session.close();
	}

}
