package io.realtime4j.sample.page;

import io.realtime4j.sample.desk.BookingBook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The same page, with live sessions.
 */
@TestPropertySource(properties = { "desk.family=live", "realtime.simulator.pace=20" })
class LiveDeskTests extends AbstractPageTests {

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
		this.page.eventually(() -> assertThat(this.page.lines("user")).containsExactly(BOOK));
		// What tools do is told beside what is said
		this.page.eventually(() -> assertThat(this.page.texts(".line.tool[data-state=finished]")).singleElement()
			.asString()
			.containsIgnoringCase("book table")
			.contains("name: Ada", "guests: 4"));
		this.page
			.eventually(() -> assertThat(this.page.texts("#bookings li")).singleElement().asString().contains("Ada"));
		this.page.eventually(() -> assertThat(this.page.element("#seconds").getText()).matches("\\d.*s"));
		this.page.eventually(() -> assertThat(this.page.element("#cost").getText()).matches("\\$0\\.\\d+"));
	}

	@Test
	void aCancellationWaitsForApproval() {
		this.page.write(BOOK);
		this.page.eventually(() -> assertThat(this.page.texts("#bookings li")).hasSize(1));
		this.page.write("Cancel the reservation for Ada");
		this.page.eventually(() -> assertThat(this.page.element("#approval").isDisplayed()).isTrue());
		this.page.element("#approve").click();
		this.page.eventually(
				() -> assertThat(this.page.lines("assistant")).last().asString().contains("Cancelled: the table"));
		this.page.eventually(() -> assertThat(this.page.texts("#bookings li")).isEmpty());
	}

	@Test
	void aPageThatIsLoadedAnewFindsItsConversation() {
		this.page.write("My name is Ada");
		this.page.eventually(() -> assertThat(this.page.lines("assistant")).containsExactly("Nice to meet you, Ada."));
		int connections = this.simulator.connections().size();
		this.page.reload();
		this.page.eventually(() -> assertThat(this.page.texts(".line .words")).containsExactly("My name is Ada",
				"Nice to meet you, Ada."));
		this.page.write("What is my name?");
		this.page.eventually(() -> assertThat(this.page.lines("assistant")).last().isEqualTo("Your name is Ada."));
		assertThat(this.simulator.connections()).hasSize(connections);
	}

}
