package io.realtime4j.sample.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.realtime4j.sample.desk.BookingBook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody writes to the desk and looks at the page.
 */
@TestPropertySource(properties = "realtime.simulator.pace=50")
class ConversationTests extends AbstractPageTests {

	private static final String BOOK = "Book a table for Ada, four people, tomorrow at 7 pm";

	@Autowired
	private BookingBook book;

	@AfterEach
	void cancelBookings() {
		this.book.all().forEach((booking) -> this.book.cancel(booking.name()));
	}

	@Test
	void aTableIsBookedByTool() {
		this.page.write(BOOK);
		this.page.eventually(
				() -> assertThat(this.page.lines("assistant")).last().asString().contains("Booked: a table for 4"));
		this.page.eventually(() -> assertThat(this.page.texts(".line.tool[data-state=finished]")).singleElement()
			.asString()
			.containsIgnoringCase("book table")
			.contains("name: Ada", "guests: 4", "Booked: a table for 4"));
		assertThat(this.page
			.<List<String>>script("return Array.from(document.querySelectorAll('.line'), (it) => it.classList[1])"))
			.containsExactly("user", "tool", "assistant");
		this.page
			.eventually(() -> assertThat(this.page.texts("#bookings li")).singleElement().asString().contains("Ada"));
		assertThat(this.page.element("#server").getText()).isEqualTo("the built-in simulator");
		this.page.eventually(() -> assertThat(this.page.element("#tokens-in").getText()).isNotEqualTo("0"));
		assertThat(this.page.element("#cost").getText()).matches("\\$0\\.\\d+");
	}

	@Test
	void aCancellationWaitsForApproval() {
		book();
		this.page.write("Cancel the reservation for Ada");
		this.page.eventually(() -> assertThat(this.page.element("#approval").isDisplayed()).isTrue());
		assertThat(this.page.element("#approval").getText()).containsIgnoringCase("cancel booking").contains("Ada");
		this.page.awaitPhase("waiting");
		assertThat(this.page.texts("#phase")).containsExactly("The desk waits for your decision");
		assertThat(this.page.texts(".line.tool[data-state=waiting]")).singleElement()
			.asString()
			.contains("waits for you");
		assertThat(this.page.texts("#bookings li")).hasSize(1);
		this.page.element("#approve").click();
		this.page.eventually(
				() -> assertThat(this.page.lines("assistant")).last().asString().contains("Cancelled: the table"));
		assertThat(this.page.element("#approval").isDisplayed()).isFalse();
		this.page.eventually(() -> assertThat(this.page.texts("#bookings li")).isEmpty());
		new Actions(this.page.driver()).sendKeys("Thank you").perform();
		assertThat(this.page.element("#words").getDomProperty("value")).as("one can write on").isEqualTo("Thank you");
	}

	@Test
	void whatIsNotAllowedIsNotDone() {
		book();
		this.page.write("Cancel the reservation for Ada");
		this.page.eventually(() -> assertThat(this.page.element("#approval").isDisplayed()).isTrue());
		new Actions(this.page.driver()).sendKeys(Keys.ESCAPE).perform();
		this.page.eventually(() -> assertThat(this.page.lines("assistant")).last().asString().contains("said no"));
		assertThat(this.page.texts(".line.tool[data-state=refused]")).singleElement()
			.asString()
			.contains("not allowed");
		assertThat(this.page.element("#approval").isDisplayed()).isFalse();
		assertThat(this.book.all()).hasSize(1);
		assertThat(this.page.<String>script("return document.getElementById('bookings').outerHTML")).contains("Ada");
		assertThat(this.page.texts("#bookings li")).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "Yes please.,0", "no,1" })
	void aPlainYesOrNoIsEnough(String word, int left) {
		book();
		// Whatever was said before the question is no answer to it
		this.page.write("Yes");
		this.page.eventually(() -> assertThat(this.page.lines("assistant")).last().isEqualTo("All right."));
		this.page.write("Cancel the reservation for Ada");
		this.page.eventually(() -> assertThat(this.page.element("#approval").isDisplayed()).isTrue());
		this.page.write("Which one?");
		this.page.eventually(() -> assertThat(this.page.lines("user")).last().isEqualTo("Which one?"));
		this.page.eventually(() -> assertThat(this.page.lines("assistant")).last().asString().contains("Which one?"));
		assertThat(this.page.element("#approval").isDisplayed()).isTrue();
		this.page.write(word);
		this.page.eventually(() -> assertThat(this.page.element("#approval").isDisplayed()).isFalse());
		this.page.eventually(() -> assertThat(this.page.texts("#bookings li")).hasSize(left));
		this.page.eventually(() -> assertThat(this.page.texts(".line.tool .tool-state")).last()
			.isEqualTo((left == 0) ? "done" : "not allowed"));
		assertThat(this.page.lines("user")).last().isEqualTo(word);
	}

	@Test
	void aPhoneOnItsSideKeepsTheHeadlineAndTheButton() {
		this.page.driver()
			.executeCdpCommand("Emulation.setDeviceMetricsOverride",
					Map.of("width", 844, "height", 390, "deviceScaleFactor", 1, "mobile", true));
		for (String selector : List.of(".headline", "#talk", "#words", "[data-show=book]")) {
			assertThat(this.page.<Boolean>script("""
					const { top, bottom, left, right } = document.querySelector(arguments[0]).getBoundingClientRect();
					return top >= 0 && bottom <= innerHeight && left >= 0 && right <= innerWidth && bottom > top;""",
					selector))
				.as(selector)
				.isTrue();
		}
	}

	@Test
	void aPageThatIsLoadedAnewFindsItsConversation() {
		this.page.write("My name is Ada");
		this.page.eventually(() -> assertThat(this.page.lines("assistant")).containsExactly("Nice to meet you, Ada."));
		this.page.awaitPhase("ready");
		int connections = this.simulator.connections().size();
		this.page.reload();
		this.page.eventually(() -> assertThat(this.page.texts(".line .words")).containsExactly("My name is Ada",
				"Nice to meet you, Ada."));
		this.page.write("What is my name?");
		this.page.eventually(() -> assertThat(this.page.lines("assistant")).last().isEqualTo("Your name is Ada."));
		assertThat(this.simulator.connections()).hasSize(connections);
	}

	@Test
	void aPageThatIsLoadedAnewKeepsToolsAndLatencies() {
		book();
		this.page.awaitPhase("ready");
		this.page.eventually(() -> assertThat(this.page.texts(".line.assistant .figures")).singleElement()
			.asString()
			.startsWith("first sound after "));
		String before = this.page.script("return document.getElementById('lines').innerText");
		String average = this.page.element("#average").getText();
		this.page.reload();
		this.page
			.eventually(() -> assertThat(this.page.<String>script("return document.getElementById('lines').innerText"))
				.isEqualTo(before));
		assertThat(this.page.element("#average").getText()).isEqualTo(average);
	}

	@Test
	void aPageThatIsLoadedAnewInterruptsNobody() {
		this.page.write("Tell me a long story");
		this.page.eventually(() -> assertThat(this.page.number("probe.heard()")).isGreaterThan(1));
		this.page.reload();
		this.page.eventually(() -> assertThat(this.page.texts(".line.assistant .figures")).singleElement()
			.asString()
			.contains("heard until the page was left")
			.doesNotContain("interrupted"));
	}

	@Test
	void aConversationIsBegunAnew() {
		this.page.write("My name is Ada");
		this.page.eventually(() -> assertThat(this.page.lines("assistant")).hasSize(1));
		this.page.element("#anew").click();
		this.page.awaitPhase("ready");
		assertThat(this.page.texts(".line")).isEmpty();
		this.page.write("What is my name?");
		this.page.eventually(
				() -> assertThat(this.page.lines("assistant")).containsExactly("You have not told me your name yet."));
	}

	@Test
	void whatWasSaidCanBeSaved(@TempDir Path directory) {
		this.page.driver()
			.executeCdpCommand("Browser.setDownloadBehavior",
					Map.of("behavior", "allow", "downloadPath", directory.toString()));
		assertThat(this.page.element("#save-text").isEnabled()).isFalse();
		this.page.write(BOOK);
		this.page.eventually(() -> assertThat(this.page.lines("assistant")).hasSize(1));
		this.page.awaitPhase("ready");
		this.page.element("#save-text").click();
		Path text = directory.resolve("conversation.txt");
		this.page.eventually(() -> assertThat(text).content()
			.startsWith("You: " + BOOK + "\nTool: book_table {")
			.contains("\nDesk: "));
		this.page.element("#save-json").click();
		Path json = directory.resolve("conversation.json");
		this.page.eventually(() -> assertThat(new JsonMapper().readTree(json.toFile()).findValuesAsString("role"))
			.containsExactly("user", "tool", "assistant"));
	}

	@Test
	void theKeyboardIsEnough() {
		Actions keyboard = new Actions(this.page.driver());
		keyboard.sendKeys(Keys.TAB, Keys.ENTER).perform();
		assertThat(this.focused()).isEqualTo("words");
		keyboard.sendKeys("Tell me a long story" + Keys.ENTER).perform();
		this.page.awaitPhase("answering");
		keyboard.sendKeys(Keys.ESCAPE).perform();
		this.page.awaitPhase("ready");
		keyboard.keyDown(Keys.SHIFT).sendKeys(Keys.TAB, Keys.TAB).keyUp(Keys.SHIFT).perform();
		assertThat(this.focused()).isIn("talk", "hands-free");
		this.page.script("document.getElementById('talk').focus()");
		keyboard.sendKeys(Keys.SPACE).perform();
		this.page
			.eventually(() -> assertThat(this.page.element("#talk").getDomAttribute("aria-pressed")).isEqualTo("true"));
		this.page.awaitPhase("hearing");
		keyboard.sendKeys(Keys.SPACE).perform();
		this.page.eventually(() -> assertThat(this.page.lines("user")).last().asString().contains("seconds of speech"));
	}

	@Test
	void everythingHasANameForThoseWhoDoNotSeeIt() {
		List<WebElement> controls = this.page.elements("button, input, textarea, [role=log], section")
			.stream()
			.filter(WebElement::isDisplayed)
			.toList();
		assertThat(controls).hasSizeGreaterThan(10);
		assertThat(controls).extracting(WebElement::getAccessibleName).doesNotContain("");
		assertThat(this.page.elements("h1")).hasSize(1);
		assertThat(this.page.<String>script("return document.documentElement.lang")).isEqualTo("en");
		assertThat(this.page.elements("[aria-live=polite], [role=status], [role=alert]")).hasSizeGreaterThan(2);
		assertThat(this.page.<List<Object>>script("""
				return Array.from(document.querySelectorAll('[id]'), (it) => it.id)
					.filter((id, index, all) => all.indexOf(id) !== index)""")).isEmpty();
	}

	@Test
	void everythingIsReadableInLightAndInDark() throws IOException {
		book();
		String contrast = new ClassPathResource("browser/contrast.js").getContentAsString(StandardCharsets.UTF_8);
		for (String scheme : List.of("light", "dark")) {
			this.page.driver()
				.executeCdpCommand("Emulation.setEmulatedMedia",
						Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
			assertThat(this.page.<List<Object>>script(contrast)).as(scheme).isEmpty();
		}
	}

	@Test
	void aPhoneShowsEverythingWithoutScrollingSideways() {
		this.page.driver()
			.executeCdpCommand("Emulation.setDeviceMetricsOverride",
					Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", true));
		assertThat(this.page.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
		assertThat(this.page.element("#talk").isDisplayed()).isTrue();
		assertThat(this.page.element(".book").isDisplayed()).isFalse();
		this.page.element("[data-show=book]").click();
		assertThat(this.page.element(".book").isDisplayed()).isTrue();
		assertThat(this.page.element("#talk").isDisplayed()).isFalse();
	}

	private void book() {
		this.page.write(BOOK);
		this.page.eventually(() -> assertThat(this.page.texts("#bookings li")).hasSize(1));
		this.page.eventually(() -> assertThat(this.page.lines("assistant")).hasSize(1));
	}

	private String focused() {
		return this.page.script("return document.activeElement.id");
	}

}
