package io.realtime4j.spring.phone.telnyx;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import io.realtime4j.spring.phone.engine.PhoneLines;

/**
 * Internal answer to what Telnyx tells of calls: those that come in are answered, and
 * those whose stream cannot be opened, or has ended on any node, are hung up, since they
 * would be silent.
 */
public final class TelnyxVoice implements Consumer<TelnyxEvent> {

	/**
	 * Events after which a call is silent, such as the end of the node that it was on.
	 * One that is over is not disturbed.
	 */
	private static final Set<String> SILENT = Set.of("streaming.failed", "streaming.stopped");

	private final TelnyxTickets tickets;

	private final TelnyxCalls calls;

	private final PhoneLines lines;

	/**
	 * Create an answer.
	 * @param tickets lets the streams of calls in
	 * @param calls answers, rejects and ends calls
	 * @param lines tells whether there is a place
	 */
	public TelnyxVoice(TelnyxTickets tickets, TelnyxCalls calls, PhoneLines lines) {
		this.tickets = tickets;
		this.calls = calls;
		this.lines = lines;
	}

	@Override
	public void accept(TelnyxEvent event) {
		if (event.callId().isEmpty()) {
			return;
		}
		if ("call.initiated".equals(event.type()) && event.incoming()) {
			onCall(event);
		}
		else if (SILENT.contains(event.type())) {
			this.calls.hangUp(event.callId());
		}
	}

	private void onCall(TelnyxEvent event) {
		if (!this.lines.hasPlace(event.from())) {
			this.calls.reject(event.callId());
			return;
		}
		Map<String, String> parameters = (event.to() != null) ? Map.of("to", event.to()) : Map.of();
		this.calls.answer(event.callId(), this.tickets.connectOnce(event.callId(), event.from(), parameters));
	}

}
