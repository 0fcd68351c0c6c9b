package io.realtime4j.sample.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.realtime4j.sample.desk.BookingBook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What axe-core says of the pages, on a desk, on a phone and on its side, in light and in
 * dark.
 */
@TestPropertySource(properties = "realtime.simulator.pace=50")
class AccessibilityTests extends AbstractPageTests {

	private static final List<int[]> SCREENS = List.of(new int[] { 1280, 900 }, new int[] { 390, 844 },
			new int[] { 844, 390 });

	private static final String BOOK = "Book a table for Ada, four people, tomorrow at 7 pm";

	@Autowired
	private BookingBook book;

	@AfterEach
	void cancelBookings() {
		this.book.all().forEach((booking) -> this.book.cancel(booking.name()));
	}

	@Test
	void theDeskHasNoViolations() throws IOException {
		assertNoViolations("the welcome", "body");
		this.page.write(BOOK);
		this.page.eventually(() -> assertThat(this.page.lines("assistant")).hasSize(1));
		this.page.awaitPhase("ready");
		this.page.write("Cancel the reservation for Ada");
		this.page.eventually(() -> assertThat(this.page.element("#approval").isDisplayed()).isTrue());
		this.page.script("document.querySelector('.skip').blur()");
		assertNoViolations("a question", "body");
	}

	@Test
	void theDeveloperPanelHasNoViolations() throws IOException {
		this.page.element("#developer-button").click();
		this.page.write("Hello");
		this.page.eventually(() -> assertThat(this.page.texts("#answers .parts")).hasSize(1));
		this.page.script("document.querySelectorAll('#developer details').forEach((it) => it.open = true)");
		this.page.eventually(() -> assertThat(this.page.elements("#events pre")).isNotEmpty());
		assertNoViolations("the panel", "body");
	}

	@Test
	void theElementHasNoViolations() throws IOException {
		this.page.open("voice.html");
		this.page.eventually(() -> assertThat(this.page.<String>script(
				"return document.querySelector('realtime-voice').shadowRoot.querySelector('.status').textContent"))
			.isEqualTo("Ready"));
		assertNoViolations("the element", "realtime-voice");
	}

	private void assertNoViolations(String what, String selector) throws IOException {
		Resource[] axe = new PathMatchingResourcePatternResolver()
			.getResources("classpath*:META-INF/resources/webjars/axe-core/*/axe.min.js");
		assertThat(axe).hasSize(1);
		this.page.script(axe[0].getContentAsString(StandardCharsets.UTF_8));
		for (int[] screen : SCREENS) {
			for (String scheme : List.of("light", "dark")) {
				this.page.driver()
					.executeCdpCommand("Emulation.setDeviceMetricsOverride", Map.of("width", screen[0], "height",
							screen[1], "deviceScaleFactor", 1, "mobile", screen[0] < 1000));
				this.page.driver()
					.executeCdpCommand("Emulation.setEmulatedMedia",
							Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme),
									Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
				assertThat(this.page.<List<Object>>run("axe.js", selector))
					.as("%s, %d wide, %s", what, screen[0], scheme)
					.isEmpty();
			}
		}
		// It looks at pictures more than once
		assertThat(this.page.complaints()).allMatch((complaint) -> complaint.contains("Canvas2D"));
	}

}
