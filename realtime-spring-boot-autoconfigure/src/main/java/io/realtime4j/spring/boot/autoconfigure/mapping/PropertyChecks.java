package io.realtime4j.spring.boot.autoconfigure.mapping;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Internal checks of property values, whose exceptions name the property.
 */
public final class PropertyChecks {

	private PropertyChecks() {
	}

	/**
	 * Check a condition.
	 * @param valid whether the value is valid
	 * @param property the name of the property
	 * @param problem the problem otherwise
	 */
	public static void check(boolean valid, String property, String problem) {
		if (!valid) {
			throw new InvalidRealtimePropertyException(property, problem);
		}
	}

	/**
	 * Check that a value has no unresolved placeholder.
	 * @param value the value
	 * @param property the name of the property
	 */
	public static void resolved(@Nullable String value, String property) {
		String placeholder = Placeholders.unresolved(value);
		check(placeholder == null, property, "holds the placeholder " + placeholder + ", which could not be resolved");
	}

	/**
	 * Check that a value is not blank.
	 * @param value the value, or {@code null} if it is not set
	 * @param property the name of the property
	 */
	public static void notBlank(@Nullable String value, String property) {
		check(value == null || !value.isBlank(), property, "must not be empty");
	}

	/**
	 * Check that a value is the path of an endpoint.
	 * @param path the path
	 * @param property the name of the property
	 * @param example a path that is one
	 */
	public static void path(String path, String property, String example) {
		check(path.matches("(/[\\w.~-]+)+"), property,
				"must be a path such as " + example + ", but it is '" + path + "'");
	}

	/**
	 * Check what the model is told to say: in its own words or in fixed ones.
	 * @param instructions instructions, {@code null} if not set
	 * @param text fixed words, {@code null} if not set
	 * @param prefix the beginning of the names of both properties
	 */
	public static void instructionsOrText(@Nullable String instructions, @Nullable String text, String prefix) {
		notBlank(instructions, prefix + "instructions");
		notBlank(text, prefix + "text");
		check(instructions == null || text == null, prefix + "text",
				"cannot be combined with '" + prefix + "instructions': set one of them");
	}

	/**
	 * Check that a value is in a range.
	 * @param value the value, or {@code null} if it is not set
	 * @param min the minimum
	 * @param max the maximum
	 * @param property the name of the property
	 */
	public static void between(@Nullable Double value, double min, double max, String property) {
		check(value == null || (value >= min && value <= max), property,
				"must be between " + min + " and " + max + ", but it is " + value);
	}

	/**
	 * Check that a duration is not negative.
	 * @param value the duration, or {@code null} if it is not set
	 * @param property the name of the property
	 */
	public static void notNegative(@Nullable Duration value, String property) {
		check(value == null || !value.isNegative(), property, "must not be negative");
	}

	/**
	 * Check that a duration is positive.
	 * @param value the duration
	 * @param property the name of the property
	 */
	public static void positive(Duration value, String property) {
		check(!value.isNegative() && !value.isZero(), property, "must be longer than zero");
	}

	/**
	 * Check that a number is positive.
	 * @param value the number
	 * @param property the name of the property
	 */
	public static void positive(long value, String property) {
		check(value > 0, property, "must be larger than zero");
	}

	/**
	 * Check that properties that do not fit are not set.
	 * @param values the values by their properties, {@code null} if not set
	 * @param problem what is wrong if one is set
	 */
	public static void unset(Map<String, @Nullable Object> values, String problem) {
		values.forEach((property, value) -> check(!isSet(value), property, problem));
	}

	/**
	 * Return whether a property is set.
	 * @param value the value
	 * @return whether it is neither absent nor empty
	 */
	public static boolean isSet(@Nullable Object value) {
		return (value instanceof Map<?, ?> map) ? !map.isEmpty()
				: value != null && !(value instanceof Collection<?> collection && collection.isEmpty());
	}

}
