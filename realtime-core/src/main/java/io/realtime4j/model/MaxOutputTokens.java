package io.realtime4j.model;

import java.math.BigDecimal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Maximum number of tokens of a response: a number, or no limit, which is {@code inf} on
 * the wire.
 *
 * @param limit the limit in tokens, or {@code null} if there is none
 * @since 0.1.0
 */
public record MaxOutputTokens(@Nullable Long limit) {

	/**
	 * No limit but that of the model.
	 */
	public static final MaxOutputTokens INF = new MaxOutputTokens(null);

	/**
	 * Return a limit.
	 * @param limit the limit in tokens
	 * @return the limit
	 */
	public static MaxOutputTokens of(long limit) {
		return new MaxOutputTokens(limit);
	}

	/**
	 * Parse a limit.
	 * @param text a number, or {@code inf}
	 * @return the limit
	 * @throws NumberFormatException if the text is neither
	 */
	public static MaxOutputTokens parse(String text) {
		return "inf".equals(text) ? INF : of(Long.parseLong(text));
	}

	/**
	 * Read a limit. Any other value counts as absent.
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	static @Nullable MaxOutputTokens fromWire(Object value) {
		try {
			return (value instanceof BigDecimal number) ? of(number.longValueExact()) : parse(value.toString());
		}
		catch (ArithmeticException | NumberFormatException ex) {
			return null;
		}
	}

	@JsonValue
	Object toWire() {
		return (this.limit != null) ? this.limit : "inf";
	}

}
