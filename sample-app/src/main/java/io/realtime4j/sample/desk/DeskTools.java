package io.realtime4j.sample.desk;

import java.time.Clock;
import java.time.LocalDate;

import io.realtime4j.spring.tool.RealtimeTool;
import io.realtime4j.spring.tool.RealtimeToolParam;

import org.springframework.stereotype.Component;

/**
 * Tools that the model may use at the desk. A table is booked at once; that one is given
 * up, a person has to approve.
 */
@Component
class DeskTools {

	private final BookingBook book;

	private final Clock clock;

	DeskTools(BookingBook book, Clock clock) {
		this.book = book;
		this.clock = clock;
	}

	@RealtimeTool(name = "book_table", description = "Make a reservation: keep a table for a party that wants to come")
	String book(@RealtimeToolParam("who comes") String name, @RealtimeToolParam("how many come") int guests,
			@RealtimeToolParam("today, tomorrow, a day of the week, or YYYY-MM-DD") String date,
			@RealtimeToolParam("such as 19:00 or 7 pm") String time) {
		LocalDate today = LocalDate.now(this.clock);
		Booking booking = this.book.book(name, guests, SpokenTime.parse(date, time, today));
		return "Booked: a " + booking.inWords() + ".";
	}

	@RealtimeTool(name = "cancel_booking", description = "Cancel a reservation that was made before",
			approval = RealtimeTool.Approval.REQUIRED)
	String cancel(@RealtimeToolParam("the name that the table was booked under") String name) {
		return "Cancelled: the " + this.book.cancel(name).inWords() + ".";
	}

}
