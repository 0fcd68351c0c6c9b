package io.realtime4j.spring.phone.vonage;

import java.util.Set;
import java.util.function.Consumer;

import io.realtime4j.spring.phone.engine.PhoneLines;
import io.realtime4j.spring.phone.engine.Printable;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Internal answer to what Vonage tells of calls: those that are over are ended here as
 * well, and it is logged why one could not be connected.
 */
public final class VonageCallEvents implements Consumer<VonageEvent> {

	private static final Log logger = LogFactory.getLog(VonageCallEvents.class);

	private static final Set<String> UNCONNECTED = Set.of("busy", "failed", "rejected", "timeout", "unanswered");

	private final PhoneLines lines;

	/**
	 * Create an answer.
	 * @param lines has the calls
	 */
	public VonageCallEvents(PhoneLines lines) {
		this.lines = lines;
	}

	@Override
	public void accept(VonageEvent event) {
		if ("completed".equals(event.status())) {
			this.lines.end(event.callId());
		}
		else if (UNCONNECTED.contains(event.status())) {
			logger.warn("Vonage could not connect " + event.callId() + ": " + event.status() + " "
					+ Printable.of(event.detail()));
		}
		else if (event.status().isEmpty()) {
			logger.warn("Vonage complains: " + Printable.of(event.detail()));
		}
	}

}
