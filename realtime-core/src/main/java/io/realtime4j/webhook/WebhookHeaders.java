package io.realtime4j.webhook;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Headers that sign a webhook, named by Standard Webhooks. Whoever sent the request wrote
 * them: they are good for nothing before {@link WebhookVerifier} accepts them.
 *
 * @param id the value of {@code webhook-id}, the same for every delivery of one event, or
 * {@code null} if absent
 * @param timestamp the value of {@code webhook-timestamp}, in seconds since 1970 (UTC),
 * or {@code null} if absent
 * @param signature the value of {@code webhook-signature}: signatures separated by
 * spaces, or {@code null} if absent
 * @since 0.1.0
 */
public record WebhookHeaders(@Nullable String id, @Nullable String timestamp, @Nullable String signature) {

	/**
	 * Name of the header with the id.
	 */
	public static final String ID = "webhook-id";

	/**
	 * Name of the header with the time.
	 */
	public static final String TIMESTAMP = "webhook-timestamp";

	/**
	 * Name of the header with the signatures.
	 */
	public static final String SIGNATURE = "webhook-signature";

	/**
	 * Pick the headers of a request.
	 * @param headers returns the first value of a header, or {@code null} if absent
	 * @return the headers
	 */
	public static WebhookHeaders of(Function<String, @Nullable String> headers) {
		return new WebhookHeaders(headers.apply(ID), headers.apply(TIMESTAMP), headers.apply(SIGNATURE));
	}

	// Signatures are good until their time has passed
	@Override
	public String toString() {
		return "WebhookHeaders[id=" + this.id + ", timestamp=" + this.timestamp + "]";
	}

}
