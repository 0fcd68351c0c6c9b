package io.realtime4j.simulator.model.standard;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Values that a text offers for the arguments of a tool. Each value is taken once, in the
 * order of the text.
 */
final class Evidence {

	private static final Pattern QUOTED = Pattern.compile("[\"“„]([^\"”“]+)[\"”“]|(?<![\\p{L}])'([^']+)'(?![\\p{L}])");

	private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+\\.[\\w.]*\\w");

	private static final Set<String> COUNTED = Set.of("people", "person", "persons", "guest", "guests", "adults");

	private static final Pattern PART_OF_DAY = Pattern
		.compile("\\b(?:in the |this |at )?(?:morning|afternoon|evening|night)\\b", Pattern.CASE_INSENSITIVE);

	private static final Pattern NAME = Pattern
		.compile("(?<![.!?]\\s)(?<!^)\\b(?!I\\b|I'|OK\\b)\\p{Lu}[\\p{L}'’-]*(?:\\s+\\p{Lu}[\\p{L}'’-]*)*");

	private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\d.])-?\\d+(?:\\.\\d+)?(?![\\p{L}\\d])");

	private final String text;

	private final Deque<String> emails = new ArrayDeque<>();

	private final Deque<String> dates = new ArrayDeque<>();

	private final Deque<String> times = new ArrayDeque<>();

	private final LinkedList<String> quotes = new LinkedList<>();

	private final Deque<String> names = new ArrayDeque<>();

	private final Deque<Double> numbers = new ArrayDeque<>();

	private final Deque<String> remaining = new ArrayDeque<>();

	/**
	 * Create a new {@link Evidence} instance.
	 * @param text the text
	 * @param toolWords the words of the name and the description of the tool, which are
	 * no values
	 * @param wantsTime whether the tool asks for a time
	 */
	Evidence(String text, Collection<String> toolWords, boolean wantsTime) {
		this.text = text;
		String rest = extract(QUOTED, text, this.quotes);
		this.quotes.replaceAll((quote) -> quote.substring(1, quote.length() - 1));
		String plain = Numerals.toDigits(extract(EMAIL, rest, this.emails));
		rest = SpokenDates.extract(plain, LocalDate.now(), this.dates);
		rest = SpokenTimes.extract(rest, wantsTime, plain, this.times);
		if (!this.dates.isEmpty() || !this.times.isEmpty()) {
			rest = PART_OF_DAY.matcher(rest).replaceAll(" ");
		}
		for (String name : all(NAME, rest)) {
			if (Words.isSignificant(name)) {
				this.names.add(name);
			}
		}
		readNumbers(rest);
		for (String word : Words.of(rest)) {
			boolean value = Words.isSignificant(word) && !NUMBER.matcher(word).matches()
					&& !COUNTED.contains(Words.lower(word));
			if (value && !Words.contains(toolWords, Words.lower(word))) {
				this.remaining.add(word);
			}
		}
	}

	@Nullable Double takeNumber() {
		return this.numbers.poll();
	}

	@Nullable String takeEmail() {
		return this.emails.poll();
	}

	@Nullable String takeDate() {
		return this.dates.poll();
	}

	@Nullable String takeTime() {
		return this.times.poll();
	}

	/**
	 * Take something that is called by a name.
	 * @return a quotation or a proper noun, or {@code null} if there is none left
	 */
	@Nullable String takeName() {
		String quote = this.quotes.poll();
		return (quote != null) ? quote : this.names.poll();
	}

	/**
	 * Take everything that is called by a name.
	 * @return quotations and proper nouns
	 */
	List<String> takeNames() {
		List<String> all = new ArrayList<>();
		for (String name = takeName(); name != null; name = takeName()) {
			all.add(name);
		}
		return all;
	}

	/**
	 * Take the words that are left.
	 * @return the significant words that are no numbers, dates or times, or {@code null}
	 */
	@Nullable String takeRemaining() {
		if (this.remaining.isEmpty()) {
			return null;
		}
		String words = String.join(" ", this.remaining);
		this.remaining.clear();
		return words;
	}

	/**
	 * Return whether a value is named in the text.
	 * @param value the value
	 * @return {@code true} if the text contains it as words of its own
	 */
	boolean mentions(String value) {
		return Pattern
			.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(value.replace('_', ' ')) + "(?![\\p{L}\\p{N}])",
					Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
			.matcher(this.text.replace('_', ' '))
			.find();
	}

	/**
	 * Return whether the text says no.
	 * @return {@code true} if it contains a negation
	 */
	boolean isNegative() {
		return this.text.toLowerCase(Locale.ROOT).matches("(?s).*\\b(?:no|not|without|never|false|don't|do not)\\b.*");
	}

	private void readNumbers(String text) {
		for (String word : text.split("[\\s,;!?]+")) {
			String plain = word.replaceAll("[.\\p{Pe}\\p{Ps}]+$", "");
			if (NUMBER.matcher(plain).matches()) {
				this.numbers.add(Double.valueOf(plain));
			}
		}
	}

	private static String extract(Pattern pattern, String text, Deque<String> target) {
		target.addAll(all(pattern, text));
		return pattern.matcher(text).replaceAll(" ");
	}

	private static List<String> all(Pattern pattern, String text) {
		List<String> found = new ArrayList<>();
		Matcher matcher = pattern.matcher(text);
		while (matcher.find()) {
			found.add(matcher.group().strip());
		}
		return found;
	}

}
