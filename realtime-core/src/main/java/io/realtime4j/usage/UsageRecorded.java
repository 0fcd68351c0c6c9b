package io.realtime4j.usage;

import org.jspecify.annotations.Nullable;

/**
 * Event published when the server has reported a usage. It is published once for each
 * response and each transcription, and for each piece of the active time of a live
 * session.
 *
 * @since 0.1.0
 */
public sealed interface UsageRecorded extends UsageEvent
		permits ResponseUsageRecorded, TranscriptionUsageRecorded, ActiveTimeRecorded {

	/**
	 * Return the model that was used.
	 * @return its name, or {@code null} if the server did not tell
	 */
	@Nullable String model();

	/**
	 * Return what was used.
	 * @return the usage
	 */
	Usage usage();

	/**
	 * Return what that costs.
	 * @return the cost, which is unknown without a price
	 */
	Cost cost();

}
