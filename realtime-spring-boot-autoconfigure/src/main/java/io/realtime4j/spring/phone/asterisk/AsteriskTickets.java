package io.realtime4j.spring.phone.asterisk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import io.realtime4j.spring.phone.PhoneCaller;
import org.jspecify.annotations.Nullable;

/**
 * Tickets with which a call from Asterisk may open a session. A ticket is the UUID that
 * the dial plan gives the call: it is valid for a short time on the node that issued it,
 * and is used once. The application hands tickets to its dial plan in a way that
 * strangers cannot use.
 *
 * @since 0.1.0
 */
public final class AsteriskTickets {

	static final String CARRIER = "asterisk";

	/**
	 * Tickets that wait for their calls. The oldest gives way.
	 */
	private static final int MAX_WAITING = 10_000;

	private final Map<UUID, Ticket> waiting = new LinkedHashMap<>();

	private final Duration lifetime;

	private final InstantSource clock;

	/**
	 * Create tickets.
	 * @param lifetime how long a ticket is valid
	 * @param clock the clock
	 */
	public AsteriskTickets(Duration lifetime, InstantSource clock) {
		this.lifetime = lifetime;
		this.clock = clock;
	}

	/**
	 * Issue a ticket, which opens one session.
	 * @param from the number of the caller, or {@code null} if it is not known
	 * @param parameters parameters for the {@code PhoneSessionCustomizer}s
	 * @return the UUID of the call
	 */
	public synchronized UUID issue(@Nullable String from, Map<String, String> parameters) {
		forgetOld();
		if (this.waiting.size() >= MAX_WAITING) {
			this.waiting.remove(this.waiting.keySet().iterator().next());
		}
		UUID uuid = UUID.randomUUID();
		PhoneCaller caller = new PhoneCaller(CARRIER, uuid.toString(), from, parameters);
		this.waiting.put(uuid, new Ticket(caller, this.clock.instant().plus(this.lifetime)));
		return uuid;
	}

	/**
	 * Use the ticket of a call.
	 * @param uuid the UUID that came with it
	 * @return the caller, or {@code null} if the ticket is unknown, too old, or was used
	 */
	synchronized @Nullable PhoneCaller use(UUID uuid) {
		forgetOld();
		Ticket ticket = this.waiting.remove(uuid);
		return (ticket != null) ? ticket.caller() : null;
	}

	/**
	 * Return whether a ticket waits for its call, which does not use it.
	 */
	synchronized boolean isWaiting(UUID uuid) {
		forgetOld();
		return this.waiting.containsKey(uuid);
	}

	private void forgetOld() {
		Instant now = this.clock.instant();
		Iterator<Ticket> oldest = this.waiting.values().iterator();
		while (oldest.hasNext() && oldest.next().end().isBefore(now)) {
			oldest.remove();
		}
	}

	/**
	 * A call that was announced.
	 *
	 * @param caller who calls
	 * @param end when the ticket is too old
	 */
	private record Ticket(PhoneCaller caller, Instant end) {
	}

}
