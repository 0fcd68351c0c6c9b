package io.realtime4j.simulator.model.standard;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Form of a date, a time or both, as the schema of an argument asks for it.
 *
 * @param date whether there is a date
 * @param time whether there is a time
 * @param offset what follows the time: {@code Z}, an offset or nothing
 */
record TemporalForm(boolean date, boolean time, String offset) {

	private static final Pattern EXAMPLE = Pattern
		.compile("(\\d{4}-\\d{2}-\\d{2})?(?:(?:^|T)(\\d{2}:\\d{2}:\\d{2})(Z|[+-]\\d{2}:\\d{2})?)?");

	private static final Pattern CLOCK = Pattern.compile("(\\d{1,2})(?::(\\d{2}))?\\s?([ap])?.*");

	/**
	 * Return the form that a schema asks for.
	 * @param schema the schema of a string
	 * @return the form, by the format or by the first example, or {@code null} if the
	 * schema asks for neither a date nor a time
	 */
	static @Nullable TemporalForm of(JsonNode schema) {
		String example = switch (schema.path("format").asString("")) {
			case "date" -> "2026-11-30";
			case "date-time" -> "2026-11-30T19:00:00Z";
			case "time" -> "19:00:00Z";
			default -> schema.path("examples").path(0).asString("");
		};
		Matcher matcher = EXAMPLE.matcher(example);
		if (example.isEmpty() || !matcher.matches()) {
			return null;
		}
		String offset = matcher.group(3);
		return new TemporalForm(matcher.group(1) != null, matcher.group(2) != null, (offset != null) ? offset : "");
	}

	/**
	 * Write a date and a time in this form.
	 * @param spokenDate the date as it was said, or {@code null} for today
	 * @param spokenTime the time as it was said, or {@code null} for noon
	 * @param today the date of today
	 * @return the text
	 */
	String write(@Nullable String spokenDate, @Nullable String spokenTime, LocalDate today) {
		String day = this.date ? date(Words.lower((spokenDate != null) ? spokenDate : ""), today).toString() : "";
		String clock = this.time
				? time(Words.lower((spokenTime != null) ? spokenTime : "")).format(DateTimeFormatter.ISO_LOCAL_TIME)
						+ this.offset
				: "";
		return day + ((this.date && this.time) ? "T" : "") + clock;
	}

	private static LocalDate date(String spoken, LocalDate today) {
		for (DayOfWeek day : DayOfWeek.values()) {
			if (spoken.endsWith(Words.lower(day.name()))) {
				return today.with(TemporalAdjusters.next(day));
			}
		}
		return switch (spoken) {
			case "tomorrow" -> today.plusDays(1);
			case "yesterday" -> today.minusDays(1);
			default -> parse(spoken, today);
		};
	}

	private static LocalDate parse(String spoken, LocalDate today) {
		try {
			return LocalDate.parse(spoken);
		}
		catch (DateTimeParseException ex) {
			return today;
		}
	}

	private static LocalTime time(String spoken) {
		Matcher matcher = CLOCK.matcher(spoken);
		if (!matcher.matches()) {
			return spoken.equals("midnight") ? LocalTime.MIDNIGHT : LocalTime.NOON;
		}
		int hour = Integer.parseInt(matcher.group(1)) % 24;
		int minute = (matcher.group(2) != null) ? Integer.parseInt(matcher.group(2)) % 60 : 0;
		if (matcher.group(3) != null) {
			hour = hour % 12 + ("p".equals(matcher.group(3)) ? 12 : 0);
		}
		return LocalTime.of(hour, minute);
	}

}
