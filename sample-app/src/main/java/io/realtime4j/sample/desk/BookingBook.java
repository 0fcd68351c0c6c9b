package io.realtime4j.sample.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.springframework.stereotype.Component;

/**
 * The book of the restaurant: ten tables of up to eight seats, each taken for two hours.
 * It is forgotten when the application ends.
 */
@Component
public class BookingBook {

	static final int TABLES = 10;

	private static final int SEATS = 8;

	private static final LocalTime OPENS = LocalTime.NOON;

	private static final LocalTime LAST_BOOKING = LocalTime.of(21, 0);

	private static final Duration STAY = Duration.ofHours(2);

	private final List<Booking> bookings = new ArrayList<>();

	private final Clock clock;

	private int lastNumber;

	public BookingBook(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Keep a table.
	 * @param name who comes
	 * @param guests how many come
	 * @param at when they come
	 * @return the booking
	 * @throws RefusedException if it cannot be kept
	 */
	public synchronized Booking book(String name, int guests, LocalDateTime at) {
		check(guests, at);
		Booking booking = new Booking(++this.lastNumber, name, guests, at);
		this.bookings.add(booking);
		return booking;
	}

	/**
	 * Give a table free again.
	 * @param name who would have come
	 * @return the booking that was cancelled, the next one of that name
	 * @throws RefusedException if there is none
	 */
	public synchronized Booking cancel(String name) {
		Booking booking = all().stream()
			.filter((candidate) -> candidate.name().equalsIgnoreCase(name.strip()))
			.findFirst()
			.orElseThrow(() -> new RefusedException("There is no booking under the name " + name + "."));
		this.bookings.remove(booking);
		return booking;
	}

	/**
	 * Return all bookings.
	 * @return the bookings, the next one first
	 */
	public synchronized List<Booking> all() {
		return this.bookings.stream().sorted(Comparator.comparing(Booking::at).thenComparing(Booking::number)).toList();
	}

	private void check(int guests, LocalDateTime at) {
		if (guests < 1 || guests > SEATS) {
			throw new RefusedException("A table seats one to " + SEATS + " guests.");
		}
		if (at.isBefore(LocalDateTime.now(this.clock))) {
			throw new RefusedException("That time is over already.");
		}
		if (at.toLocalTime().isBefore(OPENS) || at.toLocalTime().isAfter(LAST_BOOKING)) {
			throw new RefusedException("Tables can be booked from noon to 9 pm.");
		}
		long taken = this.bookings.stream()
			.filter((other) -> Duration.between(other.at(), at).abs().compareTo(STAY) < 0)
			.count();
		if (taken >= TABLES) {
			throw new RefusedException("All tables are taken at that time.");
		}
	}

}
