package io.realtime4j.spring.bridge.connection;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.web.socket.CloseStatus;

/**
 * Internal list of connections that have not begun a conversation, in the order of
 * arrival. A page begins at once, so that among those of one address the oldest gives way
 * to the newest: who only connects refuses nobody else.
 */
public final class Handshakes {

	private final Map<PageConnection, String> addresses = new LinkedHashMap<>();

	private final int max;

	private final int maxPerAddress;

	/**
	 * Create an empty list.
	 * @param max the maximum number of connections
	 * @param maxPerAddress the maximum number for one address
	 */
	public Handshakes(int max, int maxPerAddress) {
		this.max = max;
		this.maxPerAddress = maxPerAddress;
	}

	/**
	 * Take a connection until it begins or closes. Whichever has to give way is closed.
	 * @param connection the connection
	 * @param address where it comes from
	 * @param reason what the one that gives way is told
	 * @return whether the connection was taken
	 */
	public boolean admit(PageConnection connection, String address, CloseStatus reason) {
		PageConnection refused = add(connection, address);
		if (refused != null) {
			refused.close(reason);
		}
		if (connection.equals(refused)) {
			return false;
		}
		connection.whenClosed(() -> remove(connection));
		return true;
	}

	// Returns the one to refuse: this connection, another one, or none
	private synchronized @Nullable PageConnection add(PageConnection connection, String address) {
		PageConnection refused = null;
		if (count(address) >= this.maxPerAddress) {
			refused = oldest(address);
		}
		else if (this.addresses.size() >= this.max) {
			String greediest = greediest();
			if (greediest.equals(address)) {
				return connection;
			}
			refused = oldest(greediest);
		}
		this.addresses.remove(refused);
		this.addresses.put(connection, address);
		return refused;
	}

	/**
	 * Forget a connection: it has begun, or is over.
	 * @param connection the connection
	 */
	public synchronized void remove(PageConnection connection) {
		this.addresses.remove(connection);
	}

	private long count(String address) {
		return this.addresses.values().stream().filter(address::equals).count();
	}

	private @Nullable PageConnection oldest(String address) {
		for (Map.Entry<PageConnection, String> entry : this.addresses.entrySet()) {
			if (entry.getValue().equals(address)) {
				return entry.getKey();
			}
		}
		return null;
	}

	private String greediest() {
		Map<String, Long> counts = this.addresses.values()
			.stream()
			.collect(Collectors.groupingBy((address) -> address, Collectors.counting()));
		return Objects.requireNonNull(
				counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(""));
	}

}
