package io.realtime4j.sample.page;

import java.io.IOException;

import io.realtime4j.sample.FrontDeskApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;

import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody or something is not there: the application, the microphone.
 */
@ExtendWith(SharedBrowsers.class)
class AwayTests {

	private Entrance entrance;

	private DeskPage page;

	private ConfigurableApplicationContext application;

	@BeforeEach
	void open(Browsers browsers) throws IOException {
		this.entrance = new Entrance();
		this.page = new DeskPage(browsers, Chromium.refusing(), this.entrance.port());
		start();
		this.page.open();
	}

	@AfterEach
	void close() throws IOException {
		if (this.page != null) {
			this.page.close();
		}
		if (this.application != null) {
			this.application.close();
		}
		this.entrance.close();
	}

	@Test
	void thePageComesBackWhenTheServerDoes() {
		this.page.write("My name is Ada");
		this.page.eventually(() -> assertThat(this.page.lines("assistant")).hasSize(1));
		stop();
		this.page.eventually(() -> assertThat(this.page.texts(".problem span"))
			.containsExactly("The server does not answer. Trying again."));
		assertThat(this.page.texts("#state-words")).containsExactly("Trying to reach the desk");
		assertThat(this.page.element("#talk").isEnabled()).isFalse();
		this.page.write("Hello?");
		assertThat(this.page.element("#words").getDomProperty("value")).as("nothing is lost").isEqualTo("Hello?");
		start();
		this.page.awaitPhase("ready");
		this.page.eventually(() -> assertThat(this.page.texts(".problem span"))
			.doesNotContain("The server does not answer. Trying again."));
		assertThat(this.page.texts(".break")).singleElement().asString().contains("begins anew");
		this.page.write("");
		this.page.eventually(() -> assertThat(this.page.lines("user")).containsExactly("Hello?"));
		assertThat(this.page.element("#words").getDomProperty("value")).isEmpty();
	}

	@Test
	void nothingCanBeStoppedWhileTheServerIsAway() {
		this.page.write("Tell me a long story");
		this.page.awaitPhase("answering");
		assertThat(this.page.element("#stop").isEnabled()).isTrue();
		stop();
		this.page
			.eventually(() -> assertThat(this.page.texts("#state-words")).containsExactly("Trying to reach the desk"));
		this.page.eventually(() -> assertThat(this.page.element("#stop").isEnabled()).isFalse());
	}

	@Test
	void aRefusedMicrophoneIsSaidInWords() {
		this.page.element("#talk").click();
		this.page.eventually(() -> assertThat(this.page.texts(".problem span")).singleElement()
			.asString()
			.startsWith("The browser does not let this page use the microphone."));
		assertThat(this.page.element("#talk").getDomAttribute("aria-pressed")).isEqualTo("false");
		this.page.write("Hello");
		this.page.eventually(() -> assertThat(this.page.lines("assistant")).hasSize(1));
		assertThat(this.page.complaints()).isEmpty();
	}

	@Test
	void aConversationTooManyIsRefusedInWordsAndMayBeTriedAgain() {
		this.page.driver().switchTo().newWindow(WindowType.TAB);
		this.page.driver().get("http://localhost:" + this.entrance.port() + "/");
		this.page
			.eventually(() -> assertThat(this.page.texts(".problem span")).containsExactly("Too many conversations"));
		assertThat(this.page.texts("#state-words")).containsExactly("Closed");
		String refused = this.page.driver().getWindowHandle();
		this.page.driver().getWindowHandles().stream().filter((other) -> !other.equals(refused)).forEach((first) -> {
			this.page.driver().switchTo().window(first);
			this.page.script("probe.client.disconnect()");
		});
		this.page.driver().switchTo().window(refused);
		this.page.eventually(() -> {
			this.page.elements(".problem button").forEach(WebElement::click);
			assertThat(this.page.<String>script("return document.body.dataset.phase")).isEqualTo("ready");
		});
		assertThat(this.page.texts(".problem span")).isEmpty();
	}

	private void start() {
		this.application = FrontDeskApplication.open("--server.port=0", "--realtime.api-key=",
				"--realtime.simulator.pace=50", "--realtime.bridge.max-sessions=1",
				"--logging.level.org.openqa.selenium=error");
		this.entrance.leadTo(this.application.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
	}

	private void stop() {
		this.application.close();
		this.entrance.leadNowhere();
	}

}
