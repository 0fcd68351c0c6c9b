package io.realtime4j.spring.phone.engine;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import io.realtime4j.spring.phone.PhoneCaller;
import io.realtime4j.spring.phone.PhoneTransferPolicy;

/**
 * Internal list of whom calls may be transferred to: numbers, beginnings of numbers, SIP
 * addresses, and all users of a SIP host.
 */
public final class AllowedTargets implements PhoneTransferPolicy {

	private static final Pattern NUMBER = Pattern.compile("\\+[1-9]\\d{0,14}\\*?");

	private static final Pattern SIP = Pattern.compile("sips?:(\\*|[\\w.+~-]{1,64})@[A-Za-z0-9.:-]{1,253}");

	private static final String TEL = "tel:";

	private static final String ANY = "*";

	private final List<String> entries;

	/**
	 * Create a list.
	 * @param entries numbers such as {@code +14155550199}, beginnings of numbers such as
	 * {@code +1415*}, SIP addresses, and hosts such as {@code sip:*@pbx.example.com}
	 * @throws IllegalArgumentException if one is something else
	 */
	public AllowedTargets(List<String> entries) {
		this.entries = entries.stream().map(String::strip).map(AllowedTargets::checked).toList();
	}

	private static String checked(String entry) {
		String plain = entry.startsWith(TEL) ? entry.substring(TEL.length()) : entry;
		if (NUMBER.matcher(plain).matches()) {
			return TEL + plain;
		}
		if (SIP.matcher(plain).matches()) {
			return plain;
		}
		throw new IllegalArgumentException("'" + entry + "' is neither");
	}

	@Override
	public boolean isAllowed(PhoneCaller caller, URI target) {
		String text = target.toString();
		return this.entries.stream().anyMatch((entry) -> matches(entry, text));
	}

	private static boolean matches(String entry, String target) {
		if (entry.startsWith(TEL)) {
			return entry.endsWith(ANY) ? target.startsWith(entry.substring(0, entry.length() - ANY.length()))
					: target.equals(entry);
		}
		return isUser(entry, target) && host(entry).equals(host(target)) && scheme(entry).equals(scheme(target));
	}

	private static boolean isUser(String entry, String target) {
		return target.contains("@") && (user(entry).equals(ANY) || user(entry).equals(user(target)));
	}

	private static String scheme(String address) {
		return address.substring(0, address.indexOf(':'));
	}

	private static String user(String address) {
		return address.substring(address.indexOf(':') + 1, address.indexOf('@'));
	}

	// Names of hosts are the same in capitals
	private static String host(String address) {
		return address.substring(address.indexOf('@') + 1).toLowerCase(Locale.ROOT);
	}

}
