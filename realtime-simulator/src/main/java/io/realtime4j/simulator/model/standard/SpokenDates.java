package io.realtime4j.simulator.model.standard;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Finds the days that a text names. Days of a month are written as {@code 2026-11-30},
 * others as they are said.
 */
final class SpokenDates {

	private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth", "fifth", "sixth",
			"seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth",
			"sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "20 first", "20 second", "20 third",
			"20 fourth", "20 fifth", "20 sixth", "20 seventh", "20 eighth", "20 ninth", "thirtieth", "30 first");

	private static final String MONTHS = Stream.of(Month.values())
		.map((month) -> Words.lower(month.name()))
		.collect(Collectors.joining("|"));

	// The longer ones first: the 20 of "20 first" is no day of its own
	private static final String DAY = "(?:the )?(" + String.join("|", ORDINALS).replace(" ", "[ -]")
			+ "|\\d{1,2}(?:st|nd|rd|th)?)";

	private static final Pattern DATE = Pattern
		.compile("\\d{4}-\\d{2}-\\d{2}|\\b" + DAY + " (?:of )?(" + MONTHS + ")\\b|\\b(" + MONTHS + ") " + DAY
				+ "\\b|\\b(?:(?:the )?day after tomorrow|today|tonight|this evening|tomorrow|yesterday|"
				+ "(?:next |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)\\b", Pattern.CASE_INSENSITIVE);

	private SpokenDates() {
	}

	/**
	 * Take the days out of a text.
	 * @param text the text, with numbers as digits
	 * @param today the day of today
	 * @param found takes the days
	 * @return what is left of the text
	 */
	static String extract(String text, LocalDate today, Deque<String> found) {
		return DATE.matcher(text).replaceAll((match) -> {
			String said = match.group();
			String day = (match.group(1) != null) ? match.group(1) : match.group(4);
			String month = (match.group(2) != null) ? match.group(2) : match.group(3);
			String written = (day != null && month != null) ? ofMonth(day, month, today) : relative(said, today);
			if (written == null) {
				return Matcher.quoteReplacement(said);
			}
			found.add(written);
			return " ";
		});
	}

	private static String relative(String said, LocalDate today) {
		return (Words.lower(said).endsWith("day after tomorrow")) ? today.plusDays(2).toString() : said;
	}

	private static @Nullable String ofMonth(String day, String month, LocalDate today) {
		int ordinal = ORDINALS.indexOf(Words.lower(day).replace('-', ' ')) + 1;
		int number = (ordinal > 0) ? ordinal : Integer.parseInt(day.replaceAll("\\D", ""));
		try {
			LocalDate date = LocalDate.of(today.getYear(), Month.valueOf(month.toUpperCase(Locale.ROOT)), number);
			return (date.isBefore(today) ? date.plusYears(1) : date).toString();
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
