package io.realtime4j.spring.webhook;

import java.util.function.Function;

import io.realtime4j.webhook.WebhookEvent;
import io.realtime4j.webhook.WebhookEventReader;
import io.realtime4j.webhook.WebhookHeaders;
import io.realtime4j.webhook.WebhookVerifier;
import org.jspecify.annotations.Nullable;

/**
 * Reader of the webhooks of the service, which signs them by Standard Webhooks.
 *
 * @since 0.1.0
 */
public final class WebhookEvents implements WebhookReceiver.Reader<WebhookEvent> {

	private final WebhookEventReader reader = new WebhookEventReader();

	private final WebhookVerifier verifier;

	/**
	 * Create a reader.
	 * @param verifier verifies the requests
	 */
	public WebhookEvents(WebhookVerifier verifier) {
		this.verifier = verifier;
	}

	@Override
	public WebhookReceiver.Delivery<WebhookEvent> read(Function<String, @Nullable String> headers, byte[] body) {
		String id = this.verifier.verify(WebhookHeaders.of(headers), body);
		return new WebhookReceiver.Delivery<>(id, this.reader.read(body));
	}

}
