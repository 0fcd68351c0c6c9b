package io.realtime4j.sample.desk;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A table that is kept for somebody.
 *
 * @param number the number of the booking
 * @param name who comes
 * @param guests how many come
 * @param at when they come
 */
public record Booking(int number, String name, int guests, LocalDateTime at) {

	private static final DateTimeFormatter SPOKEN = DateTimeFormatter.ofPattern("EEEE d MMMM 'at' h:mm a",
			Locale.ENGLISH);

	/**
	 * Return this booking in words that can be spoken.
	 * @return the words
	 */
	public String inWords() {
		return "table for " + this.guests + " on " + SPOKEN.format(this.at) + " for " + this.name + ", booking number "
				+ this.number;
	}

}
