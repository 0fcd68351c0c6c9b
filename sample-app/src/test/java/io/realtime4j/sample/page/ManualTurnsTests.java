package io.realtime4j.sample.page;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import io.realtime4j.simulator.RealtimeSimulator;
import io.realtime4j.simulator.connection.SimulatorConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.interactions.Actions;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The session leaves it to the page when a turn ends.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "realtime.api-key=", "realtime.session.audio.input.turn-detection.type=none",
				"realtime.session.audio.input.turn-detection.silence-duration=",
				"logging.level.org.openqa.selenium=error" })
class ManualTurnsTests {

	private static final Duration HOLD = Duration.ofSeconds(1);

	@LocalServerPort
	private int port;

	@Autowired
	private RealtimeSimulator simulator;

	private DeskPage page;

	@BeforeEach
	void openPage() throws IOException {
		Path question = new ClassPathResource("audio/question.wav").getFile().toPath();
		this.page = new DeskPage(Chromium.hearing(question), this.port);
		this.page.open();
	}

	@AfterEach
	void closePage() {
		if (this.page != null) {
			this.page.close();
		}
	}

	@Test
	void whoeverLetsGoOfTheButtonIsAnswered() {
		this.simulator.nextTranscript("Do you have a big garden?");
		assertThat(this.page.element("#hands-free").isEnabled()).isFalse();
		Actions finger = new Actions(this.page.driver());
		finger.clickAndHold(this.page.element("#talk")).perform();
		this.page.awaitPhase("listening");
		finger.pause(HOLD).release().perform();
		this.page.eventually(() -> assertThat(this.page.lines("user")).containsExactly("Do you have a big garden?"));
		this.page.awaitPhase("answering");
		SimulatorConnection connection = this.simulator.connections().get(0);
		assertThat(connection.received("input_audio_buffer.commit")).hasSize(1);
		assertThat(connection.received("response.create")).hasSize(1);
		assertThat(this.page.complaints()).isEmpty();
	}

}
