package io.realtime4j.spring.phone.engine;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Internal address of somebody to whom a call may be transferred. It has nothing that a
 * carrier would take for more than an address: no keys to press, no parameters, no
 * headers.
 *
 * @param uri the address in its one form
 */
public record TransferTarget(URI uri) {

	private static final Pattern ADDRESS = Pattern.compile("([A-Za-z]+):(.+)");

	private static final Pattern SEPARATORS = Pattern.compile("[-.() ]");

	private static final Pattern NUMBER = Pattern.compile("\\+[1-9]\\d{6,14}");

	private static final Pattern SIP = Pattern
		.compile("[\\w.+~-]{1,64}@(?=[^@]{1,253}$)[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:\\d{1,5})?");

	private static final String TEL = "tel";

	/**
	 * Read an address.
	 * @param address the address
	 * @return the target
	 * @throws IllegalArgumentException if it is none that can be called
	 */
	public static TransferTarget of(URI address) {
		Matcher parts = ADDRESS.matcher(address.toString());
		if (!parts.matches()) {
			throw noTarget();
		}
		String scheme = parts.group(1).toLowerCase(Locale.ROOT);
		return switch (scheme) {
			case TEL -> checked(scheme, SEPARATORS.matcher(parts.group(2)).replaceAll(""), NUMBER);
			case "sip", "sips" -> checked(scheme, parts.group(2), SIP);
			default -> throw noTarget();
		};
	}

	private static TransferTarget checked(String scheme, String rest, Pattern pattern) {
		if (!pattern.matcher(rest).matches()) {
			throw noTarget();
		}
		return new TransferTarget(URI.create(scheme + ":" + rest));
	}

	private static IllegalArgumentException noTarget() {
		return new IllegalArgumentException("A call is transferred to 'tel:' with an international number, such as"
				+ " tel:+14155550199, or to 'sip:' with a user and a host");
	}

	/**
	 * Return whether it is a number of the telephone network.
	 * @return whether it is; otherwise it is a SIP address
	 */
	public boolean isNumber() {
		return TEL.equals(this.uri.getScheme());
	}

	/**
	 * Return what carriers call it: {@code +} and digits, or the whole SIP address.
	 * @return the address
	 */
	public String address() {
		return isNumber() ? this.uri.getSchemeSpecificPart() : this.uri.toString();
	}

	/**
	 * Return a text without the address, which may be confidential.
	 */
	@Override
	public String toString() {
		return "TransferTarget[scheme=" + this.uri.getScheme() + "]";
	}

}
