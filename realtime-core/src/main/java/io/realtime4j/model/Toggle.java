package io.realtime4j.model;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Setting that is either on, with a value, or off. On the wire, off is {@code null},
 * whereas an absent member keeps its value.
 *
 * @param <T> the type of the value
 * @param value the value, or {@code null} if the setting is off
 * @since 0.1.0
 */
public record Toggle<T>(@Nullable T value) {

	private static final Toggle<?> OFF = new Toggle<>(null);

	/**
	 * Return a setting that is on.
	 * @param <T> the type of the value
	 * @param value the value
	 * @return the setting
	 */
	public static <T> Toggle<T> on(T value) {
		return new Toggle<>(Objects.requireNonNull(value, "'value' must not be null"));
	}

	/**
	 * Return a setting that is off.
	 * @param <T> the type that the value would have
	 * @return the setting
	 */
	@SuppressWarnings("unchecked")
	public static <T> Toggle<T> off() {
		return (Toggle<T>) OFF;
	}

	/**
	 * Return whether the setting is off.
	 * @return {@code true} if it is off
	 */
	public boolean isOff() {
		return this.value == null;
	}

}
