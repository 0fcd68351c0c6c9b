package io.realtime4j.spring.bridge;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/**
 * Tells whose an address is. A network of IPv6 has more addresses than anybody can count,
 * so all that begin with the same 64 bits are those of one client.
 */
final class RemoteAddresses {

	private static final int PREFIX_BYTES = 8;

	private RemoteAddresses() {
	}

	/**
	 * Return the address or network of a client.
	 * @param address the address, or {@code null} if it is not known
	 * @return the same text for all addresses of the client
	 */
	static String client(@Nullable String address) {
		if (address == null || address.indexOf(':') < 0) {
			return String.valueOf(address);
		}
		String literal = address.replace("[", "").replace("]", "");
		int zone = literal.indexOf('%');
		try {
			// Whatever has a colon is never looked up by its name
			InetAddress parsed = InetAddress.getByName((zone >= 0) ? literal.substring(0, zone) : literal);
			return (parsed instanceof Inet6Address)
					? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), PREFIX_BYTES)) + "/64"
					: parsed.getHostAddress();
		}
		catch (UnknownHostException ex) {
			return address;
		}
	}

}
