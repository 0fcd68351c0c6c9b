package io.realtime4j.sample.page;

import java.io.IOException;
import java.nio.file.Path;

import io.realtime4j.simulator.RealtimeSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A test of a page in a browser whose microphone hears the question of the sample as soon
 * as it is opened. Whatever happens there, the console of the browser has nothing to say.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "realtime.api-key=", "logging.level.org.openqa.selenium=error" })
@ExtendWith(SharedBrowsers.class)
abstract class AbstractPageTests {

	@LocalServerPort
	int port;

	@Autowired
	RealtimeSimulator simulator;

	DeskPage page;

	@BeforeEach
	void openPage(Browsers browsers) throws IOException {
		Path question = new ClassPathResource("audio/question.wav").getFile().toPath();
		this.page = new DeskPage(browsers, Chromium.hearing(question), this.port);
		this.page.open(path());
	}

	/**
	 * Return the page that is tested.
	 * @return its path
	 */
	String path() {
		return "";
	}

	@AfterEach
	void closePage() {
		this.simulator.reset();
		if (this.page != null) {
			try (DeskPage closing = this.page) {
				assertThat(closing.complaints()).isEmpty();
			}
		}
	}

}
