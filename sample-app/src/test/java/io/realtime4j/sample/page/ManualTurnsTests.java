package io.realtime4j.sample.page;

import java.time.Duration;

import io.realtime4j.simulator.connection.SimulatorConnection;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.interactions.Actions;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The session leaves it to the page when a turn ends.
 */
@TestPropertySource(properties = { "realtime.session.audio.input.turn-detection.type=none",
		"realtime.session.audio.input.turn-detection.silence-duration=" })
class ManualTurnsTests extends AbstractPageTests {

	private static final Duration HOLD = Duration.ofSeconds(1);

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
	}

}
