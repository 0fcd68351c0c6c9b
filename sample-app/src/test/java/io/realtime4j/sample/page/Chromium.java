package io.realtime4j.sample.page;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A kind of the Chromium that is installed, started by the driver that is installed with
 * it: nothing is downloaded. Tests are skipped where either is missing.
 *
 * @param kind what is on its command line beside what all kinds have
 */
record Chromium(List<String> kind) {

	private static final Duration SCRIPT_TIMEOUT = Duration.ofSeconds(30);

	private static final List<String> PROGRAMS = List.of("chromium", "chromium-browser", "google-chrome");

	// The sandbox asks for more than containers give, and so does shared memory
	private static final List<String> ARGUMENTS = List.of("--headless=new", "--no-sandbox", "--disable-dev-shm-usage",
			"--disable-gpu", "--lang=en-US", "--window-size=1280,900", "--no-first-run",
			"--disable-background-networking", "--use-fake-device-for-media-stream");

	/**
	 * Return a browser whose microphone plays a file once, as soon as it is opened.
	 * @param microphone the WAV file
	 * @return a browser to start
	 */
	static Chromium hearing(Path microphone) {
		return new Chromium(List.of("--use-fake-ui-for-media-stream", "--autoplay-policy=no-user-gesture-required",
				"--use-file-for-fake-audio-capture=" + microphone.toAbsolutePath() + "%noloop"));
	}

	/**
	 * Return a browser that lets no page use the microphone.
	 * @return a browser to start
	 */
	static Chromium refusing() {
		return new Chromium(List.of("--deny-permission-prompts"));
	}

	/**
	 * Start it, or skip the test and say why.
	 * @return the driver of the browser
	 */
	ChromeDriver start() {
		Optional<Path> browser = PROGRAMS.stream().flatMap(Chromium::find).findFirst();
		Optional<Path> driver = find("chromedriver").findFirst();
		Assumptions.assumeTrue(browser.isPresent(), "no browser: Chromium is not installed");
		Assumptions.assumeTrue(driver.isPresent(), "no browser: chromedriver is not installed");
		ChromeOptions options = new ChromeOptions();
		options.setBinary(browser.get().toFile());
		options.addArguments(ARGUMENTS);
		options.addArguments(this.kind);
		options.setScriptTimeout(SCRIPT_TIMEOUT);
		LoggingPreferences logs = new LoggingPreferences();
		logs.enable(LogType.BROWSER, Level.ALL);
		options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
		ChromeDriverService service = new ChromeDriverService.Builder().usingDriverExecutable(driver.get().toFile())
			.build();
		return new ChromeDriver(service, options);
	}

	private static Stream<Path> find(String program) {
		return Stream.of(System.getenv("PATH").split(File.pathSeparator))
			.map((directory) -> Path.of(directory, program))
			.filter(Files::isExecutable);
	}

}
