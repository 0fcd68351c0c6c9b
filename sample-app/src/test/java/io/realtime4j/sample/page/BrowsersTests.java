package io.realtime4j.sample.page;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests share browsers, and nothing else.
 */
@ExtendWith(SharedBrowsers.class)
class BrowsersTests {

	private static final Chromium KIND = Chromium.refusing();

	private HttpServer server;

	@BeforeEach
	void serve() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", BrowsersTests::answer);
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	@Test
	void whoeverBorrowsABrowserFindsNothingThatOthersLeft(Browsers browsers) {
		ChromeDriver driver = browsers.lend(KIND);
		open(driver);
		driver.executeScript("localStorage.left = sessionStorage.left = document.cookie = 'left=here'");
		driver.executeScript("console.error('left')");
		new Actions(driver).keyDown(Keys.SHIFT).perform();
		driver.switchTo().newWindow(WindowType.TAB);
		open(driver);
		browsers.takeBack(driver);
		assertThat(browsers.lend(KIND)).isSameAs(driver);
		assertThat(driver.getWindowHandles()).containsExactly(driver.getWindowHandle());
		assertThat(driver.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
		open(driver);
		assertThat(driver.executeScript("return localStorage.length + sessionStorage.length")).isEqualTo(0L);
		assertThat(driver.executeScript("return document.cookie")).isEqualTo("");
		new Actions(driver).click(driver.findElement(By.tagName("input"))).sendKeys("a").perform();
		assertThat(driver.findElement(By.tagName("input")).getDomProperty("value")).isEqualTo("a");
		browsers.takeBack(driver);
	}

	@Test
	void aBrowserThatIsGoneIsReplaced() {
		try (Browsers browsers = new Browsers()) {
			ChromeDriver gone = browsers.lend(KIND);
			gone.quit();
			ChromeDriver lent = browsers.lend(KIND);
			open(lent);
			lent.quit();
			browsers.takeBack(lent);
			open(browsers.lend(KIND));
		}
	}

	private void open(ChromeDriver driver) {
		driver.get("http://localhost:" + this.server.getAddress().getPort() + "/");
		assertThat(driver.getTitle()).isEqualTo("A page");
	}

	private static void answer(HttpExchange exchange) throws IOException {
		byte[] page = "<!doctype html><title>A page</title><link rel=icon href=data:,><input>"
			.getBytes(StandardCharsets.UTF_8);
		try (exchange) {
			exchange.getResponseHeaders().set("Content-Type", "text/html");
			exchange.sendResponseHeaders(200, page.length);
			exchange.getResponseBody().write(page);
		}
	}

}
