package io.realtime4j.webhook;

import java.util.Objects;

/**
 * Header of a SIP request.
 *
 * @param name the name, such as {@code From}
 * @param value the value, as the caller wrote it
 * @since 0.1.0
 */
public record SipHeader(String name, String value) {

	/**
	 * Create a new {@link SipHeader} instance.
	 */
	public SipHeader {
		Objects.requireNonNull(name, "'name' must not be null");
		Objects.requireNonNull(value, "'value' must not be null");
	}

}
