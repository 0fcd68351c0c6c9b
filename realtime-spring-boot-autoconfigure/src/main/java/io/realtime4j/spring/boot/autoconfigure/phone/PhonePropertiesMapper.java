package io.realtime4j.spring.boot.autoconfigure.phone;

import java.time.Duration;

import io.realtime4j.spring.boot.autoconfigure.mapping.PropertyChecks;
import io.realtime4j.spring.phone.engine.PhoneSettings;

/**
 * Internal mapping of the properties that all carriers share.
 */
public final class PhonePropertiesMapper {

	private static final Duration SHORTEST_FRAME = Duration.ofMillis(20);

	private static final Duration LONGEST_JOINED = Duration.ofMillis(200);

	private PhonePropertiesMapper() {
	}

	/**
	 * Map how long tickets are valid.
	 * @param prefix the prefix of the properties
	 * @param properties the properties
	 * @return the duration
	 */
	public static Duration ticketLifetime(String prefix, PhoneCallProperties properties) {
		// Tickets tell whole seconds
		PropertyChecks.check(properties.getTicketLifetime().toSeconds() > 0, prefix + "ticket-lifetime",
				"must be at least one second");
		return properties.getTicketLifetime();
	}

	/**
	 * Map the settings of the calls.
	 * @param prefix the prefix of the properties
	 * @param properties the properties
	 * @return the settings
	 */
	public static PhoneSettings settings(String prefix, PhoneCallProperties properties) {
		PropertyChecks.positive(properties.getMaxCalls(), prefix + "max-calls");
		PropertyChecks.positive(properties.getMaxCallsPerCaller(), prefix + "max-calls-per-caller");
		Duration joined = properties.getJoinedAudio();
		PropertyChecks.check(joined.compareTo(SHORTEST_FRAME) >= 0 && joined.compareTo(LONGEST_JOINED) <= 0,
				prefix + "joined-audio", "must be between 20ms and 200ms");
		PropertyChecks.positive(properties.getStartTimeout(), prefix + "start-timeout");
		PropertyChecks.positive(properties.getIdleTimeout(), prefix + "idle-timeout");
		PropertyChecks.notNegative(properties.getDrainTimeout(), prefix + "drain-timeout");
		return new PhoneSettings(properties.getMaxCalls(), properties.getMaxCallsPerCaller(), joined,
				properties.getStartTimeout(), properties.getIdleTimeout(), properties.getDrainTimeout(), true);
	}

}
