package io.realtime4j.sample.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import io.realtime4j.model.item.FunctionCall;
import io.realtime4j.model.tool.FunctionTool;
import io.realtime4j.model.tool.Tool;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * What the model may do at the desk.
 */
@Component
class DeskTools {

	private static final String BOOK_TABLE = "book_table";

	private static final String CANCEL_BOOKING = "cancel_booking";

	private static final String BOOKING_PARAMETERS = """
			{"type": "object", "required": ["name", "guests", "date", "time"], "properties": {
			"name": {"type": "string", "description": "who comes"},
			"guests": {"type": "integer", "minimum": 1, "description": "how many come"},
			"date": {"type": "string", "description": "today, tomorrow, a day of the week, or YYYY-MM-DD"},
			"time": {"type": "string", "description": "such as 19:00 or 7 pm"}}}""";

	private static final String CANCEL_PARAMETERS = """
			{"type": "object", "required": ["name"], "properties": {
			"name": {"type": "string", "description": "the name that the table was booked under"}}}""";

	private final BookingBook book;

	private final Clock clock;

	private final JsonMapper json;

	DeskTools(BookingBook book, Clock clock, JsonMapper json) {
		this.book = book;
		this.clock = clock;
		this.json = json;
	}

	List<Tool> declarations() {
		return List.of(
				declare(BOOK_TABLE, "Make a reservation: keep a table for a party that wants to come",
						BOOKING_PARAMETERS),
				declare(CANCEL_BOOKING, "Cancel a reservation that was made before", CANCEL_PARAMETERS));
	}

	/**
	 * Do what the model asks for.
	 * @param call the call of the model
	 * @return what to tell the model
	 */
	String call(FunctionCall call) {
		try {
			return switch (String.valueOf(call.name())) {
				case BOOK_TABLE -> book(arguments(call, BookTable.class));
				case CANCEL_BOOKING -> cancel(arguments(call, CancelBooking.class));
				default -> "There is no tool " + call.name() + ".";
			};
		}
		catch (RefusedException ex) {
			return String.valueOf(ex.getMessage());
		}
		catch (JacksonException | IllegalArgumentException ex) {
			return "The arguments are not as they should be.";
		}
	}

	private String book(BookTable wanted) {
		LocalDate today = LocalDate.now(this.clock);
		Booking booking = this.book.book(wanted.name(), wanted.guests(),
				SpokenTime.parse(wanted.date(), wanted.time(), today));
		return "Booked: a " + booking.inWords() + ".";
	}

	private String cancel(CancelBooking wanted) {
		return "Cancelled: the " + this.book.cancel(wanted.name()).inWords() + ".";
	}

	private <T> T arguments(FunctionCall call, Class<T> type) {
		T arguments = this.json.readValue(String.valueOf(call.arguments()), type);
		if (arguments == null) {
			throw new IllegalArgumentException("No arguments");
		}
		return arguments;
	}

	private FunctionTool declare(String name, String description, String parameters) {
		return FunctionTool.builder()
			.name(name)
			.description(description)
			.parameters(this.json.readTree(parameters))
			.build();
	}

	private static void required(String... values) {
		for (String value : values) {
			if (value == null || value.isBlank()) {
				throw new IllegalArgumentException("A value is missing");
			}
		}
	}

	/**
	 * The arguments of {@code book_table}.
	 */
	record BookTable(String name, int guests, String date, String time) {

		BookTable {
			required(name, date, time);
		}

	}

	/**
	 * The arguments of {@code cancel_booking}.
	 */
	record CancelBooking(String name) {

		CancelBooking {
			required(name);
		}

	}

}
