package io.realtime4j.spring.webhook;

import java.time.Instant;

/**
 * Memory of the webhooks that were received, so that none is published twice: the service
 * delivers a webhook again until it is answered. An application of several nodes shares
 * the memory among them. It is used by all threads.
 *
 * @since 0.1.0
 */
public interface WebhookIds {

	/**
	 * Remember a webhook.
	 * @param id the value of {@code webhook-id}, of a request that was verified
	 * @param until until when it can be delivered again, at the latest
	 * @return {@code false} if it was remembered already
	 */
	boolean add(String id, Instant until);

	/**
	 * Forget a webhook that could not be published, so that its next delivery is.
	 * @param id the value of {@code webhook-id}
	 */
	void remove(String id);

}
