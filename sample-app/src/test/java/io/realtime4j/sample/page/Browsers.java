package io.realtime4j.sample.page;

import java.util.HashMap;
import java.util.Map;

import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;

/**
 * One browser of each kind for all tests: starting one takes longer than most tests.
 * Whoever borrows one finds an empty tab, and nothing that others left behind. A browser
 * that does not obey any more is replaced.
 */
final class Browsers implements AutoCloseable {

	private final Map<Chromium, ChromeDriver> drivers = new HashMap<>();

	/**
	 * Lend a browser, started if there is none of its kind.
	 * @param chromium the kind
	 * @return the driver of the browser, in an empty tab
	 */
	ChromeDriver lend(Chromium chromium) {
		ChromeDriver running = this.drivers.get(chromium);
		if (running != null) {
			try {
				forgetLog(running);
				return running;
			}
			catch (WebDriverException ex) {
				discard(running);
			}
		}
		ChromeDriver started = chromium.start();
		this.drivers.put(chromium, started);
		return started;
	}

	/**
	 * Take back a browser: whatever was opened in it is closed and forgotten at once.
	 * @param driver the driver of the browser
	 */
	void takeBack(ChromeDriver driver) {
		try {
			driver.resetInputState();
			leaveTabs(driver);
			// What is emulated went with the tab, not so what belongs to the whole
			// browser
			driver.executeCdpCommand("Storage.clearDataForOrigin", Map.of("origin", "*", "storageTypes", "all"));
			driver.executeCdpCommand("Browser.resetPermissions", Map.of());
			driver.executeCdpCommand("Browser.setDownloadBehavior", Map.of("behavior", "default"));
		}
		catch (WebDriverException ex) {
			discard(driver);
		}
	}

	private static void leaveTabs(ChromeDriver driver) {
		String empty = driver.switchTo().newWindow(WindowType.TAB).getWindowHandle();
		driver.getWindowHandles()
			.stream()
			.filter((handle) -> !handle.equals(empty))
			.forEach((handle) -> driver.switchTo().window(handle).close());
		driver.switchTo().window(empty);
	}

	private static void forgetLog(ChromeDriver driver) {
		driver.manage().logs().get(LogType.BROWSER);
	}

	private void discard(ChromeDriver driver) {
		this.drivers.values().remove(driver);
		try {
			driver.quit();
		}
		catch (WebDriverException ex) {
			// It is gone already
		}
	}

	@Override
	public void close() {
		this.drivers.values().forEach(ChromeDriver::quit);
		this.drivers.clear();
	}

}
