package io.realtime4j.sample.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.logging.Level;

import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page in a browser, as a person uses it and as a test looks into it.
 */
final class DeskPage implements AutoCloseable {

	static final Duration PATIENCE = Duration.ofSeconds(60);

	private final Browsers browsers;

	private final ChromeDriver driver;

	private final String address;

	/**
	 * Create a page in a tab of its own.
	 * @param browsers lend the browser until the page is closed
	 * @param chromium what kind of browser
	 * @param port the port of the application
	 */
	DeskPage(Browsers browsers, Chromium chromium, int port) {
		this.browsers = browsers;
		this.driver = browsers.lend(chromium);
		this.address = "http://localhost:" + port + "/";
	}

	/**
	 * Open the page of the desk, and wait until somebody answers there.
	 */
	void open() {
		open("");
	}

	/**
	 * Open a page, and wait until it is there; at the desk, until somebody answers.
	 * @param path its path
	 */
	void open(String path) {
		this.driver.get(this.address + path);
		if (path.isEmpty()) {
			watch();
			awaitPhase("ready");
		}
	}

	/**
	 * Load the page anew, and wait until somebody answers there.
	 */
	void reload() {
		this.driver.navigate().refresh();
		watch();
		awaitPhase("ready");
	}

	private void watch() {
		run("probe.js");
	}

	/**
	 * Run scripts of the tests in the page, and wait until they are done.
	 * @param <T> the type of what they return
	 * @param scripts the names of their files, with spaces between
	 * @param arguments their arguments
	 * @return what they return
	 */
	@SuppressWarnings("unchecked")
	<T> T run(String scripts, Object... arguments) {
		StringBuilder source = new StringBuilder();
		try {
			for (String script : scripts.split(" ")) {
				source.append(new ClassPathResource("browser/" + script).getContentAsString(StandardCharsets.UTF_8));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return (T) this.driver.executeAsyncScript(source.toString(), arguments);
	}

	/**
	 * Write something and send it.
	 * @param text what to write
	 */
	void write(String text) {
		element("#words").sendKeys(text + "\n");
	}

	/**
	 * Wait until something happens on the page.
	 * @param phase what happens, such as {@code answering}
	 */
	void awaitPhase(String phase) {
		eventually(() -> assertThat(this.<String>script("return document.body.dataset.phase")).isEqualTo(phase));
	}

	/**
	 * Return what somebody says.
	 * @param role {@code user} or {@code assistant}
	 * @return the lines that are shown, oldest first
	 */
	List<String> lines(String role) {
		return texts(".line." + role + ":not(.past) .words");
	}

	/**
	 * Return the texts of all elements of a kind at one moment.
	 * @param selector tells which
	 * @return the texts of those that are shown and not empty
	 */
	List<String> texts(String selector) {
		return script("return Array.from(document.querySelectorAll(arguments[0]), (it) => it.checkVisibility() "
				+ "? it.innerText.trim() : '').filter(Boolean)", selector);
	}

	/**
	 * Return the sound that left the loudspeaker, without the silence around it.
	 * @return the sound as PCM16, 24 kHz
	 */
	byte[] sound() {
		return Base64.getDecoder().decode(this.<String>script("return probe.sound()"));
	}

	/**
	 * Return a number that the probe tells.
	 * @param expression what to ask, such as {@code probe.heard()}
	 * @return the number
	 */
	double number(String expression) {
		return this.<Number>script("return " + expression).doubleValue();
	}

	WebElement element(String selector) {
		return this.driver.findElement(By.cssSelector(selector));
	}

	List<WebElement> elements(String selector) {
		return this.driver.findElements(By.cssSelector(selector));
	}

	ChromeDriver driver() {
		return this.driver;
	}

	@SuppressWarnings("unchecked")
	<T> T script(String script, Object... arguments) {
		return (T) this.driver.executeScript(script, arguments);
	}

	/**
	 * Return what the console of the browser complains about.
	 * @return the warnings and errors since the last call
	 */
	List<String> complaints() {
		return this.driver.manage()
			.logs()
			.get(LogType.BROWSER)
			.getAll()
			.stream()
			.filter((entry) -> entry.getLevel().intValue() >= Level.WARNING.intValue())
			.map(LogEntry::getMessage)
			.toList();
	}

	/**
	 * Wait until something is so.
	 * @param assertion what shall be so
	 */
	void eventually(ThrowingRunnable assertion) {
		Awaitility.await().atMost(PATIENCE).untilAsserted(assertion);
	}

	@Override
	public void close() {
		this.browsers.takeBack(this.driver);
	}

}
