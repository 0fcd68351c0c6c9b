package io.realtime4j.usage;

import io.realtime4j.model.response.ResponseStatus;
import org.jspecify.annotations.Nullable;

/**
 * Event published with the usage of a response, taken from its {@code response.done}. A
 * response that was cancelled or that failed is billed too.
 *
 * @param responseId the id of the response, or {@code null} if the server gave none
 * @param status how the response ended, or {@code null} if the server did not tell
 * @param model the model of the session, or {@code null} if the server did not tell
 * @param usage what was used
 * @param cost what that costs
 * @since 0.1.0
 */
public record ResponseUsageRecorded(@Nullable String responseId, @Nullable ResponseStatus status,
		@Nullable String model, Usage usage, Cost cost) implements UsageRecorded {

	@Override
	public String type() {
		return "realtime4j.usage.response";
	}

}
