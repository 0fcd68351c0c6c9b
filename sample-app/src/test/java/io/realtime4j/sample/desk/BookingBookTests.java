package io.realtime4j.sample.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BookingBookTests {

	private static final LocalDateTime SEVEN = LocalDateTime.of(2026, 11, 24, 19, 0);

	private final BookingBook book = new BookingBook(
			Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC));

	@Test
	void aBookingIsKept() {
		Booking booking = this.book.book("Ada", 4, SEVEN);
		assertThat(this.book.all()).containsExactly(booking);
		assertThat(booking.inWords())
			.isEqualTo("table for 4 on Tuesday 24 November at 7:00 PM for Ada, booking number 1");
	}

	@Test
	void bookingsAreOrderedByTime() {
		this.book.book("Late", 2, SEVEN.plusHours(1));
		this.book.book("Early", 2, SEVEN);
		assertThat(this.book.all()).extracting(Booking::name).containsExactly("Early", "Late");
	}

	@Test
	void aCancelledTableIsFreeAgain() {
		this.book.book("Ada", 4, SEVEN);
		this.book.cancel(" ada ");
		assertThat(this.book.all()).isEmpty();
	}

	@Test
	void anUnknownNameCannotBeCancelled() {
		assertRefused(() -> this.book.cancel("Nobody"), "no booking under the name Nobody");
	}

	@Test
	void noMoreTablesAreGivenThanThereAre() {
		for (int i = 0; i < BookingBook.TABLES; i++) {
			this.book.book("Guest " + i, 2, SEVEN);
		}
		assertRefused(() -> this.book.book("Ada", 2, SEVEN.plusMinutes(119)), "All tables are taken");
		assertRefused(() -> this.book.book("Ada", 2, SEVEN.minusMinutes(119)), "All tables are taken");
		assertThat(this.book.book("Ada", 2, SEVEN.plusHours(2)).name()).isEqualTo("Ada");
	}

	@Test
	void whatCannotBeIsRefused() {
		assertRefused(() -> this.book.book("Ada", 9, SEVEN), "one to 8 guests");
		assertRefused(() -> this.book.book("Ada", 0, SEVEN), "one to 8 guests");
		assertRefused(() -> this.book.book("Ada", 2, SEVEN.minusDays(2)), "over already");
		assertRefused(() -> this.book.book("Ada", 2, SEVEN.withHour(11)), "noon to 9 pm");
		assertRefused(() -> this.book.book("Ada", 2, SEVEN.withHour(21).withMinute(1)), "noon to 9 pm");
		assertThat(this.book.all()).isEmpty();
	}

	private static void assertRefused(Runnable action, String reason) {
		assertThatExceptionOfType(RefusedException.class).isThrownBy(action::run).withMessageContaining(reason);
	}

}
