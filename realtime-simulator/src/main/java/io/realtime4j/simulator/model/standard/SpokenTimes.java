package io.realtime4j.simulator.model.standard;

import java.util.Deque;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Finds the times of day that a text names, and writes them as clocks show them:
 * {@code half past seven} is {@code 7:30}. With the part of the day, where the text says
 * it: {@code at eight this evening} is {@code 8:00 pm}.
 */
final class SpokenTimes {

	private static final String HALF_DAY = "(?:\\s?([ap])\\.? ?m\\b\\.?)";

	/**
	 * End of what is no hour, because something is counted.
	 */
	private static final String COUNTED = "(?!\\s*(?:[%€$£°]|\\d|(?:other |more )?(?:people|persons?|guests?|adults|"
			+ "children|kids|of us|percent|degrees?|minutes?|hours?|days?|weeks?|dollars|euros|pounds)\\b))";

	private static final Pattern CLOCK = Pattern.compile("\\b\\d{1,2}:\\d{2}" + HALF_DAY + "?|\\b\\d{1,2}(?:" + HALF_DAY
			+ "|\\s?o'clock" + HALF_DAY + "?)|\\b(?:noon|midnight)\\b", Pattern.CASE_INSENSITIVE);

	private static final Pattern RELATIVE = Pattern.compile(
			"\\b(?:(half|(?:a )?quarter|5|10|20|25)(?: minutes)? (past|after)|((?:a )?quarter|(?<=at )(?:5|10|20|25))"
					+ "(?: minutes)? (to|before)) (\\d{1,2}|noon|midnight)\\b(?:\\s?o'clock)?" + HALF_DAY + "?"
					+ COUNTED,
			Pattern.CASE_INSENSITIVE);

	private static final Pattern SPLIT = Pattern.compile("\\b(\\d{1,2})[ .](\\d{2})" + HALF_DAY,
			Pattern.CASE_INSENSITIVE);

	private static final Pattern AT = Pattern.compile(
			"\\b(?:at|around|about|by) (\\d{1,2})(?:[ .](\\d{2}))?\\b(?![:\\d])" + COUNTED, Pattern.CASE_INSENSITIVE);

	private static final Pattern GREETING = Pattern.compile("\\bgood (?:morning|afternoon|evening|night)\\b",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern LATE = Pattern.compile("\\b(?:afternoon|evening|tonight|night)\\b",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern EARLY = Pattern.compile("\\bmorning\\b", Pattern.CASE_INSENSITIVE);

	private static final int HOURS = 24;

	private static final int HALF_DAY_HOURS = 12;

	private static final int MINUTES = 60;

	private static final int QUARTER = 15;

	private static final int HALF = 30;

	private final SortedMap<Integer, String> found = new TreeMap<>();

	private final StringBuilder rest;

	private final String partOfDay;

	private SpokenTimes(String text, String whole) {
		this.rest = new StringBuilder(text);
		String day = GREETING.matcher(whole).replaceAll(" ");
		this.partOfDay = (LATE.matcher(day).find()) ? " pm" : (EARLY.matcher(day).find()) ? " am" : "";
	}

	/**
	 * Take the times out of a text.
	 * @param text the text, with numbers as digits
	 * @param wanted whether somebody wants to know a time: only then a number after
	 * {@code at} is one
	 * @param whole the text with its days, which tell the part of the day
	 * @param found takes the times
	 * @return what is left of the text
	 */
	static String extract(String text, boolean wanted, String whole, Deque<String> found) {
		SpokenTimes times = new SpokenTimes(text, whole);
		times.take(RELATIVE, times::relative);
		times.take(SPLIT, (match) -> times.clock(match.group(1), match.group(2), match.group(3)));
		times.take(CLOCK, times::shown);
		if (wanted) {
			times.take(AT, (match) -> times.clock(match.group(1), match.group(2), null));
		}
		found.addAll(times.found.values());
		return times.rest.toString();
	}

	private void take(Pattern pattern, Function<MatchResult, @Nullable String> reader) {
		Matcher matcher = pattern.matcher(this.rest.toString());
		while (matcher.find()) {
			String time = reader.apply(matcher);
			if (time != null) {
				this.found.put(matcher.start(), time);
				this.rest.replace(matcher.start(), matcher.end(), " ".repeat(matcher.end() - matcher.start()));
			}
		}
	}

	private String shown(MatchResult match) {
		String said = match.group().strip();
		boolean complete = match.group(1) != null || match.group(2) != null || match.group(3) != null
				|| !Character.isDigit(said.charAt(0));
		return (complete || this.partOfDay.isEmpty()) ? said.replaceAll("(?i)([ap]) m$", "$1m")
				: said.replaceAll("(?i)\\s?o'clock", "") + partOfDay(Integer.parseInt(said.split("\\D")[0]));
	}

	private @Nullable String relative(MatchResult match) {
		String amount = Words.lower((match.group(1) != null) ? match.group(1) : match.group(3));
		int minutes = amount.startsWith("half") ? HALF
				: amount.endsWith("quarter") ? QUARTER : Integer.parseInt(amount);
		String hour = Words.lower(match.group(5));
		boolean named = !Character.isDigit(hour.charAt(0));
		int of = (named) ? (hour.equals("noon") ? HALF_DAY_HOURS : 0) : Integer.parseInt(hour);
		if (of > HOURS) {
			return null;
		}
		int past = (match.group(1) != null) ? minutes : MINUTES - minutes;
		int full = (match.group(1) != null) ? of : earlier(of, named);
		return clock(String.valueOf(full % HOURS), String.valueOf(past), (named) ? "" : match.group(6));
	}

	// A quarter to one is 12:45, not 0:45
	private static int earlier(int hour, boolean named) {
		return (hour == 1 && !named) ? HALF_DAY_HOURS : (hour + HOURS - 1) % HOURS;
	}

	/**
	 * Write a time.
	 * @param hour the hour
	 * @param minute the minute, or {@code null} for the full hour
	 * @param half the letter of the half of the day, empty if the hour tells it, or
	 * {@code null} if it was not said
	 * @return the time, or {@code null} if there is none such
	 */
	private @Nullable String clock(String hour, @Nullable String minute, @Nullable String half) {
		int hours = Integer.parseInt(hour);
		int minutes = (minute != null) ? Integer.parseInt(minute) : 0;
		if (hours >= HOURS || minutes >= MINUTES) {
			return null;
		}
		String part = (half != null) ? written(half) : partOfDay(hours);
		return hours + ":" + String.format(Locale.ROOT, "%02d", minutes) + part;
	}

	private static String written(String half) {
		return (half.isEmpty()) ? "" : " " + Words.lower(half) + "m";
	}

	private String partOfDay(int hour) {
		return (hour > 0 && hour < HALF_DAY_HOURS) ? this.partOfDay : "";
	}

}
