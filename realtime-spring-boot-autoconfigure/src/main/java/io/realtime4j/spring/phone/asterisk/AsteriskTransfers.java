package io.realtime4j.spring.phone.asterisk;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import io.realtime4j.spring.phone.PhoneTransferException;
import io.realtime4j.spring.phone.engine.TransferTarget;
import org.jspecify.annotations.Nullable;

/**
 * Calls that the dial plan of Asterisk is to connect to somebody else. Asterisk cannot be
 * told that while a call is with the application: when the application lets it go, the
 * dial plan asks where to, by an endpoint of the application that strangers cannot use.
 *
 * @since 0.1.0
 */
public final class AsteriskTransfers {

	/**
	 * Calls that wait for their dial plan. The oldest gives way.
	 */
	private static final int MAX_WAITING = 10_000;

	private final Map<UUID, Waiting> waiting = new LinkedHashMap<>();

	private final Duration lifetime;

	private final InstantSource clock;

	/**
	 * Create transfers.
	 * @param lifetime how long a dial plan may take to ask
	 * @param clock the clock
	 */
	public AsteriskTransfers(Duration lifetime, InstantSource clock) {
		this.lifetime = lifetime;
		this.clock = clock;
	}

	/**
	 * Have the dial plan connect a call to somebody else.
	 * @param transfers tells the dial plan, or {@code null} if it does not ask
	 * @param uuid the UUID of the call, or {@code null} if it has none
	 * @param target whom to call
	 * @return completes when the dial plan can ask, or fails with
	 * {@link PhoneTransferException}
	 */
	static CompletableFuture<?> transfer(@Nullable AsteriskTransfers transfers, @Nullable UUID uuid,
			TransferTarget target) {
		if (transfers == null || uuid == null) {
			return CompletableFuture
				.failedFuture(new PhoneTransferException(PhoneTransferException.Reason.NOT_SUPPORTED,
						"Asterisk connects a call that has a ticket to somebody else by its dial plan: let it ask"
								+ " AsteriskTransfers, and set 'realtime.asterisk.dial-plan-transfers'"));
		}
		transfers.add(uuid, target.uri());
		return CompletableFuture.completedFuture(null);
	}

	/**
	 * Have a call connected to somebody else.
	 * @param uuid the UUID of the call
	 * @param target whom to call
	 */
	synchronized void add(UUID uuid, URI target) {
		forgetOld();
		if (this.waiting.size() >= MAX_WAITING) {
			this.waiting.remove(this.waiting.keySet().iterator().next());
		}
		this.waiting.put(uuid, new Waiting(target, this.clock.instant().plus(this.lifetime)));
	}

	/**
	 * Return whom the dial plan is to call, once.
	 * @param uuid the UUID of the call, which is its ticket if it has one
	 * @return the target, {@code tel:} with {@code +} and digits, or {@code sip:} with a
	 * user and a host, or {@code null} if the call is not transferred
	 */
	public synchronized @Nullable URI take(UUID uuid) {
		forgetOld();
		Waiting call = this.waiting.remove(uuid);
		return (call != null) ? call.target() : null;
	}

	private void forgetOld() {
		Instant now = this.clock.instant();
		Iterator<Waiting> oldest = this.waiting.values().iterator();
		while (oldest.hasNext() && oldest.next().end().isBefore(now)) {
			oldest.remove();
		}
	}

	/**
	 * A call that was let go.
	 *
	 * @param target whom to call
	 * @param end when nobody asks any more
	 */
	private record Waiting(URI target, Instant end) {
	}

}
