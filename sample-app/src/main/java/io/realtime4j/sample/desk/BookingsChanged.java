package io.realtime4j.sample.desk;

import java.util.List;

/**
 * The book has changed.
 *
 * @param bookings all bookings, the next one first
 */
public record BookingsChanged(List<Booking> bookings) {

	public BookingsChanged {
		bookings = List.copyOf(bookings);
	}

}
