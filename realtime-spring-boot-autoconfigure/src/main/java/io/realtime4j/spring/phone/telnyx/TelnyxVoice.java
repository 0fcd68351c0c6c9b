package io.realtime4j.spring.phone.telnyx;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import io.realtime4j.spring.phone.PhoneCaller;
import io.realtime4j.spring.phone.engine.PhoneLines;
import io.realtime4j.spring.webhook.WebhookIds;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Internal answer to what Telnyx tells of calls: those that come in are answered, and
 * those whose stream cannot be opened, or has ended on any node, are hung up, since they
 * would be silent. A call that goes on with somebody else, whoever transferred it, is
 * not; one that was transferred in vain is. Whoever waits to be hung up when the
 * application stops is asked about at once.
 */
public final class TelnyxVoice implements Consumer<TelnyxEvent>, AutoCloseable {

	/**
	 * Events after which a call is silent, such as the end of the node that it was on.
	 * One that is over is not disturbed.
	 */
	private static final Set<String> SILENT = Set.of("streaming.failed", "streaming.stopped");

	private static final Duration LONGEST_CALL = Duration.ofHours(24);

	private static final Log logger = LogFactory.getLog(TelnyxVoice.class);

	private final Set<String> silent = ConcurrentHashMap.newKeySet();

	private final TelnyxTickets tickets;

	private final TelnyxCalls calls;

	private final PhoneLines lines;

	private final Bridged bridged;

	/**
	 * Create an answer.
	 * @param tickets lets the streams of calls in
	 * @param calls answers, rejects and ends calls
	 * @param lines admits calls
	 * @param bridged knows the calls that go on with somebody else
	 */
	public TelnyxVoice(TelnyxTickets tickets, TelnyxCalls calls, PhoneLines lines, Bridged bridged) {
		this.tickets = tickets;
		this.calls = calls;
		this.lines = lines;
		this.bridged = bridged;
	}

	@Override
	public void accept(TelnyxEvent event) {
		if (event.callId().isEmpty()) {
			return;
		}
		if ("call.initiated".equals(event.type()) && event.incoming()) {
			onCall(event);
		}
		else if ("call.bridged".equals(event.type())) {
			this.bridged.remember(event.callId());
			this.lines.transferred(event.callId());
		}
		else if ("call.hangup".equals(event.type())) {
			onHangUp(event);
		}
		else if (SILENT.contains(event.type()) && !TelnyxTransfers.isTransferred(event.clientState())) {
			onSilence(event.callId());
		}
	}

	// Events do not come in their order
	private void onSilence(String callId) {
		if (this.silent.add(callId)) {
			this.bridged.later.execute(() -> hangUpIfSilent(callId));
		}
	}

	private CompletableFuture<?> hangUpIfSilent(String callId) {
		if (!this.silent.remove(callId) || this.bridged.contains(callId)) {
			return CompletableFuture.completedFuture(null);
		}
		return this.calls.hangUp(callId);
	}

	/**
	 * Hang up now which calls are silent: no other node knows that they are.
	 */
	@Override
	public void close() {
		List<CompletableFuture<?>> commands = new ArrayList<>();
		for (String callId : Set.copyOf(this.silent)) {
			try {
				commands.add(hangUpIfSilent(callId));
			}
			catch (RuntimeException ex) {
				logger.warn("Call " + callId + " may be silent, and could not be hung up: " + ex);
			}
		}
		// Each of them ends in time, and tells what went wrong itself
		CompletableFuture.allOf(commands.toArray(CompletableFuture[]::new)).handle((done, ex) -> null).join();
	}

	// Whoever was called instead has gone, or did not answer
	private void onHangUp(TelnyxEvent event) {
		String origin = TelnyxTransfers.origin(event.clientState());
		if (origin != null) {
			this.calls.hangUp(origin);
		}
	}

	private void onCall(TelnyxEvent event) {
		Map<String, String> parameters = (event.to() != null) ? Map.of("to", event.to()) : Map.of();
		if (!this.lines.admits(new PhoneCaller(TelnyxTickets.CARRIER, event.callId(), event.from(), parameters))) {
			this.calls.reject(event.callId());
			return;
		}
		this.calls.answer(event.callId(), this.tickets.connectOnce(event.callId(), event.from(), parameters));
	}

	/**
	 * Internal memory of the calls that go on with somebody else, which all nodes share.
	 *
	 * @param ids remembers them
	 * @param clock the clock
	 * @param later runs tasks a moment later, when events that happened before have come
	 */
	public record Bridged(WebhookIds ids, InstantSource clock, Executor later) {

		void remember(String callId) {
			this.ids.add(key(callId), this.clock.instant().plus(LONGEST_CALL));
		}

		boolean contains(String callId) {
			boolean unknown = this.ids.add(key(callId), this.clock.instant().plus(LONGEST_CALL));
			if (unknown) {
				this.ids.remove(key(callId));
			}
			return !unknown;
		}

		private static String key(String callId) {
			return TelnyxTickets.CARRIER + "-bridged:" + callId;
		}

	}

}
