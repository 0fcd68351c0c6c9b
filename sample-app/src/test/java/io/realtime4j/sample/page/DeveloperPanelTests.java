package io.realtime4j.sample.page;

import java.util.List;

import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.spring.bridge.BridgeConnection;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody who develops the desk opens the panel of the page.
 */
@TestPropertySource(properties = "realtime.simulator.pace=50")
class DeveloperPanelTests extends AbstractPageTests {

	@Autowired
	private RealtimeClient client;

	@Test
	void itIsClosedAtFirstAndOpenedAndClosedByKey() {
		assertThat(this.page.element("#developer").isDisplayed()).isFalse();
		this.page.script("document.getElementById('developer-button').focus()");
		Actions keyboard = new Actions(this.page.driver());
		keyboard.sendKeys(Keys.ENTER).perform();
		assertThat(this.page.element("#developer").isDisplayed()).isTrue();
		assertThat(this.page.element("#developer-button").getDomAttribute("aria-expanded")).isEqualTo("true");
		assertThat(focused()).isEqualTo("developer-title");
		keyboard.sendKeys(Keys.ESCAPE).perform();
		assertThat(this.page.element("#developer").isDisplayed()).isFalse();
		assertThat(focused()).isEqualTo("developer-button");
	}

	@Test
	void whatHappensIsShownSearchedAndCopied() {
		open();
		this.page.write("Hello");
		this.page.eventually(() -> assertThat(types()).contains("text", "response.done", "session.created", "ready"));
		this.page.element("#event-search").sendKeys("RESPONSE.DONE");
		assertThat(types()).containsOnly("response.done");
		this.page.script("document.querySelector('#events li:not([hidden]) summary').click()");
		this.page.eventually(
				() -> assertThat(this.page.texts("#events pre")).singleElement().asString().contains("\"usage\""));
		this.page
			.script("navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }");
		this.page.element("#event-copy").click();
		this.page.eventually(() -> assertThat(this.page.<String>script("return window.copied"))
			.contains("service received {", "\"type\": \"response.done\"")
			.doesNotContain("\"type\": \"text\""));
		this.page.element("#event-search").clear();
		select("#event-source", "page");
		assertThat(types()).contains("text", "ready").doesNotContain("response.done");
	}

	@Test
	void nothingThatFindsTheConversationIsShown() {
		open();
		this.page.write("Hello");
		this.page.eventually(() -> assertThat(types()).contains("response.done"));
		this.page.script("document.querySelectorAll('#developer details').forEach((it) => it.open = true)");
		String token = this.page.script("return Object.values(sessionStorage).join(' ')");
		this.page.eventually(() -> assertThat(this.page.texts("#events pre")).isNotEmpty());
		assertThat(token).hasSizeGreaterThan(30);
		assertThat(this.page.<String>script("return document.body.innerHTML")).contains("\"outputSampleRate\"")
			.doesNotContain(token, "\"resume\"");
	}

	@Test
	void aLongCallDoesNotGrowThePage() {
		this.page.driver()
			.executeAsyncScript(
					"""
							const done = arguments[0];
							import('/js/event-list.js').then(({ EventList }) => {
								const list = new EventList();
								list.show();
								for (let i = 0; i < 1000; i++) {
									list.add({ type: 'response', responseId: `resp_${i}` }, 'received', 'page');
									list.add({ type: 'response.output_text.delta', delta: 'x'.repeat(50_000) }, 'received', 'service');
								}
								done();
							});""");
		assertThat(this.page.number("document.querySelectorAll('#events li').length")).isEqualTo(300);
		assertThat(this.page.<String>script("return document.getElementById('event-count').textContent"))
			.startsWith("300 of 300, ")
			.endsWith(" older ones forgotten");
		this.page.script("document.querySelectorAll('#events details').forEach((it) => it.open = true)");
		this.page.eventually(
				() -> assertThat(this.page.number("document.querySelectorAll('#events pre').length")).isPositive());
		assertThat(this.page.number("Math.max(...Array.from(document.querySelectorAll('#events pre'), "
				+ "(it) => it.textContent.length))"))
			.isLessThanOrEqualTo(20_001);
	}

	@Test
	void sessionAndSettingsInForceAreThoseOfTheServer() {
		open();
		// Sessions of pages that were closed just now may be among them
		this.page.eventually(() -> assertThat(this.page.texts("#session-id")).singleElement().isIn(idsOfPages()));
		assertThat(this.page.texts("#session-model")).containsExactly("gpt-realtime");
		assertThat(this.page.texts("#session-voice")).containsExactly("marin");
		assertThat(this.page.<String>script("return document.getElementById('settings-json').textContent"))
			.contains("You are the front desk", "book_table");
		assertThat(this.page.element("#developer-hint").isDisplayed()).isFalse();
	}

	@Test
	void anotherModelAndAnotherVoiceBeginAnew() {
		open();
		this.page.write("My name is Ada");
		this.page.eventually(() -> assertThat(this.page.lines("assistant")).hasSize(1));
		select("#choice-model", "gpt-realtime-mini");
		select("#choice-voice", "cedar");
		this.page.element("#choice button").click();
		this.page.eventually(() -> assertThat(this.page.texts("#session-voice")).containsExactly("cedar"));
		assertThat(this.page.texts("#session-model")).containsExactly("gpt-realtime-mini");
		assertThat(this.page.texts(".line")).isEmpty();
		assertThat(this.page.element("#choice-voice").getDomProperty("value")).isEqualTo("cedar");
	}

	@Test
	void latencyTokensAndCostOfAnswersAreShown() {
		open();
		this.page.write("Hello");
		this.page.eventually(() -> assertThat(this.page.texts("#answers .parts")).singleElement()
			.asString()
			.contains("First sound ", "First audio received ", "First audio played "));
		this.page.eventually(() -> assertThat(this.page.element("#last-text-in").getText()).matches("[1-9]\\d*"));
		assertThat(this.page.element("#all-in").getText())
			.isEqualTo(this.page.element("#tokens-in").getDomProperty("textContent"));
		assertThat(this.page.element("#all-cost").getText()).matches("\\$0\\.\\d+");
	}

	@Test
	void linksLeadToTheCode() {
		open();
		this.page.write("Book a table for Ada, four people, tomorrow at 7 pm");
		this.page.eventually(() -> assertThat(types()).contains("tool", "latency", "audio", "response.done"));
		this.page.script("document.querySelectorAll('#events details').forEach((it) => it.open = true)");
		this.page.eventually(() -> assertThat(this.page.elements("#events a")).hasSizeGreaterThan(10));
		List<Object> files = this.page.run("links.js");
		assertThat(files).hasSizeGreaterThan(8)
			.allSatisfy((file) -> assertThat(file).asString().startsWith("200 text/"));
		assertThat(files)
			.anySatisfy((file) -> assertThat(file).asString().contains("text/plain", "DeskTools.java", "book_table"));
	}

	private void open() {
		this.page.element("#developer-button").click();
	}

	private void select(String selector, String value) {
		this.page.element(selector + " option[value='" + value + "']").click();
	}

	private List<String> types() {
		return this.page.texts("#events li:not([hidden]) .type");
	}

	private List<Object> idsOfPages() {
		return this.client.sessions()
			.stream()
			.filter((session) -> BridgeConnection.of(session) != null)
			.<Object>map(RealtimeSession::id)
			.toList();
	}

	private String focused() {
		WebElement focused = this.page.driver().switchTo().activeElement();
		return focused.getDomAttribute("id");
	}

}
