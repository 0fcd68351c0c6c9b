package io.realtime4j.sample.desk;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Understands when guests want to come: {@code tomorrow}, {@code 7 pm}, and what models
 * make of it: {@code 2026-11-30}, {@code 19:00}.
 */
final class SpokenTime {

	private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?::(\\d{2}))?(?: ?o'clock)? ?([ap]\\.?m\\.?)?");

	/**
	 * Nobody means the morning who asks a restaurant for a table at eight.
	 */
	private static final int FIRST_MORNING_HOUR = 10;

	private SpokenTime() {
	}

	static LocalDateTime parse(String date, String time, LocalDate today) {
		try {
			return LocalDateTime.of(date(words(date), today), time(words(time)));
		}
		catch (DateTimeException ex) {
			throw new RefusedException("I did not understand when: '" + date + "', '" + time + "'.");
		}
	}

	private static LocalDate date(String words, LocalDate today) {
		return switch (words) {
			case "today", "tonight", "this evening" -> today;
			case "tomorrow" -> today.plusDays(1);
			default -> dayOfWeek(words, today);
		};
	}

	private static LocalDate dayOfWeek(String words, LocalDate today) {
		for (DayOfWeek day : DayOfWeek.values()) {
			if (words.endsWith(day.name().toLowerCase(Locale.ROOT))) {
				return today.with(TemporalAdjusters.next(day));
			}
		}
		return LocalDate.parse(words);
	}

	private static LocalTime time(String words) {
		Matcher time = TIME.matcher(words);
		if (words.equals("noon")) {
			return LocalTime.NOON;
		}
		if (!time.matches()) {
			throw new DateTimeException("No time");
		}
		int hour = hour(Integer.parseInt(time.group(1)), time.group(3) != null, words.contains("a"));
		return LocalTime.of(hour, (time.group(2) != null) ? Integer.parseInt(time.group(2)) : 0);
	}

	private static int hour(int hour, boolean halfDay, boolean morning) {
		if (halfDay) {
			return hour % 12 + ((morning) ? 0 : 12);
		}
		return (hour < FIRST_MORNING_HOUR) ? hour + 12 : hour;
	}

	private static String words(String text) {
		return text.strip().toLowerCase(Locale.ROOT);
	}

}
