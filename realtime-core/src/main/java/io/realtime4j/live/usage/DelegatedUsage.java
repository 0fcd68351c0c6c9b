package io.realtime4j.live.usage;

import io.realtime4j.live.model.response.DelegatedResponse;
import io.realtime4j.live.model.response.NestedResponseCompleted;
import io.realtime4j.live.model.response.NestedResponseFailed;
import io.realtime4j.live.model.response.NestedResponseIncomplete;
import io.realtime4j.live.model.response.ResponseStreamEvent;
import io.realtime4j.model.response.ResponseStatus;
import io.realtime4j.support.RecentIds;
import io.realtime4j.usage.TokenCount;
import io.realtime4j.usage.Usage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads what delegated responses have used, where the server tells it: that of each one
 * once. Their tokens are those of text. Not thread-safe.
 */
final class DelegatedUsage {

	private static final int REMEMBERED = 256;

	private final RecentIds counted = new RecentIds(REMEMBERED);

	@Nullable Told onEvent(ResponseStreamEvent event) {
		DelegatedResponse response = ended(event);
		JsonNode usage = (response != null) ? response.extra().get("usage") : null;
		if (response == null || usage == null || !usage.isObject()
				|| (response.id() != null && !this.counted.add(response.id()))) {
			return null;
		}
		JsonNode model = response.extra().get("model");
		return new Told(response.id(), (response.status() != null) ? new ResponseStatus(response.status()) : null,
				(model != null && model.isString()) ? model.stringValue() : null,
				Usage.ofTokens(tokens(usage.path("input_tokens")),
						tokens(usage.at("/input_tokens_details/cached_tokens")), tokens(usage.path("output_tokens"))));
	}

	private static @Nullable DelegatedResponse ended(ResponseStreamEvent event) {
		if (event instanceof NestedResponseCompleted completed) {
			return completed.response();
		}
		if (event instanceof NestedResponseFailed failed) {
			return failed.response();
		}
		return (event instanceof NestedResponseIncomplete incomplete) ? incomplete.response() : null;
	}

	// Negative numbers are none
	private static TokenCount tokens(JsonNode number) {
		return new TokenCount(number.isIntegralNumber() ? Math.max(0, number.asLong(0)) : 0, 0, 0, 0);
	}

	/**
	 * Use of one response.
	 *
	 * @param responseId the id of the response, or {@code null} if not said
	 * @param status how it ended, or {@code null} if not said
	 * @param model the model, or {@code null} if not said
	 * @param usage the tokens
	 */
	record Told(@Nullable String responseId, @Nullable ResponseStatus status, @Nullable String model, Usage usage) {

	}

}
