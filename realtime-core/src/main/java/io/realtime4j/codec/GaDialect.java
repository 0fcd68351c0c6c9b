package io.realtime4j.codec;

import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.event.client.ResponseCreate;
import io.realtime4j.model.MaxOutputTokens;
import io.realtime4j.model.response.ResponseSettings;

/**
 * The one place that knows what of beta has another name in GA although the events keep
 * both.
 */
final class GaDialect {

	private GaDialect() {
	}

	/**
	 * Write an event in the GA dialect.
	 * @param message the event
	 * @return the same event, by the names of GA
	 */
	static RealtimeMessage translate(RealtimeMessage message) {
		if (message instanceof ResponseCreate create) {
			ResponseSettings response = create.response();
			MaxOutputTokens older = (response != null) ? response.maxResponseOutputTokens() : null;
			if (response != null && older != null && response.maxOutputTokens() == null) {
				return new ResponseCreate(create.eventId(), withMaxOutputTokens(response, older));
			}
		}
		return message;
	}

	private static ResponseSettings withMaxOutputTokens(ResponseSettings response, MaxOutputTokens limit) {
		return new ResponseSettings(response.outputModalities(), response.instructions(), response.audio(),
				response.tools(), response.toolChoice(), response.parallelToolCalls(), response.reasoning(), limit,
				null, response.conversation(), response.metadata(), response.prompt(), response.input(),
				response.temperature(), response.extra());
	}

}
