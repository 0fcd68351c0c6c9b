package io.realtime4j.transport;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

import org.jspecify.annotations.Nullable;

/**
 * Internal reader for the header {@code Retry-After} (RFC 9110, section 10.2.3).
 *
 * @since 0.1.0
 */
public final class RetryAfter {

	private RetryAfter() {
	}

	/**
	 * Return the delay that the server requests, in seconds or as a date.
	 * @param value the header, or {@code null} if there is none
	 * @param date the header {@code Date} of the same answer, or {@code null} if there is
	 * none
	 * @param now the time to count from if the server does not say its own
	 * @return the time, or {@code null} if it says nothing that can be understood
	 */
	public static @Nullable Duration parse(@Nullable String value, @Nullable String date, Instant now) {
		if (value == null) {
			return null;
		}
		if (value.matches("\\d{1,9}")) {
			return Duration.ofSeconds(Long.parseLong(value));
		}
		Instant until = date(value);
		if (until == null) {
			return null;
		}
		Instant said = date(date);
		Instant from = (said != null) ? said : now;
		return until.isBefore(from) ? Duration.ZERO : Duration.between(from, until);
	}

	private static @Nullable Instant date(@Nullable String value) {
		try {
			return (value != null) ? ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant()
					: null;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
