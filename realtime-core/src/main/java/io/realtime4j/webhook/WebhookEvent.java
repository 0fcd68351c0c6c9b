package io.realtime4j.webhook;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Event that the service reports by a webhook.
 *
 * @since 0.1.0
 */
public sealed interface WebhookEvent permits CallIncoming, UnknownWebhookEvent {

	/**
	 * Return the id of the event.
	 * @return the id, which begins with {@code evt_}, or {@code null} if there is none
	 */
	@Nullable String id();

	/**
	 * Return the type of the event.
	 * @return the type, such as {@code realtime.call.incoming}
	 */
	String type();

	/**
	 * Return when the event happened.
	 * @return the time, exact to the second, or {@code null} if the service did not say
	 */
	@Nullable Instant createdAt();

}
