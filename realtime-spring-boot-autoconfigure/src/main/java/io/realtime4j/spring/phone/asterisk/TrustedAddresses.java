package io.realtime4j.spring.phone.asterisk;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Internal list of the addresses that may have calls answered without a ticket: single
 * ones such as {@code 10.0.0.5}, and networks such as {@code 10.0.0.0/24}.
 */
public final class TrustedAddresses {

	private final List<Network> networks;

	/**
	 * Create a list.
	 * @param addresses the addresses
	 * @throws IllegalArgumentException if one of them is none
	 */
	public TrustedAddresses(List<String> addresses) {
		this.networks = addresses.stream().map(String::strip).map(Network::of).toList();
	}

	/**
	 * Return whether every address is among them.
	 * @return whether a network without any fixed bit is among them
	 */
	public boolean isEverybody() {
		return this.networks.stream().anyMatch((network) -> network.bits() == 0);
	}

	/**
	 * Return whether an address is among them.
	 * @param address the address
	 * @return whether it is
	 */
	boolean contains(InetAddress address) {
		return this.networks.stream().anyMatch((network) -> network.contains(address.getAddress()));
	}

	/**
	 * A network.
	 *
	 * @param address an address in it
	 * @param bits how many bits all of its addresses share
	 */
	private record Network(byte[] address, int bits) {

		static Network of(String text) {
			String[] parts = text.split("/", 2);
			// Names would be looked up, and may change
			if (!parts[0].matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
				throw new IllegalArgumentException("'" + text + "' is no address");
			}
			try {
				byte[] address = InetAddress.getByName(parts[0]).getAddress();
				int all = address.length * Byte.SIZE;
				int bits = (parts.length > 1) ? Integer.parseInt(parts[1]) : all;
				if (bits < 0 || bits > all) {
					throw new IllegalArgumentException("'" + text + "' has no such prefix");
				}
				return new Network(address, bits);
			}
			catch (UnknownHostException ex) {
				throw new IllegalArgumentException("'" + text + "' is no address", ex);
			}
		}

		boolean contains(byte[] other) {
			if (other.length != this.address.length) {
				return false;
			}
			for (int bit = 0; bit < this.bits; bit++) {
				int mask = 0x80 >> (bit % Byte.SIZE);
				if (((this.address[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
					return false;
				}
			}
			return true;
		}

	}

}
