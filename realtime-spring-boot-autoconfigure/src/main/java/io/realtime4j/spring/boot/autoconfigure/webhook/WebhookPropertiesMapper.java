package io.realtime4j.spring.boot.autoconfigure.webhook;

import java.time.InstantSource;

import io.realtime4j.spring.boot.autoconfigure.mapping.InvalidRealtimePropertyException;
import io.realtime4j.spring.boot.autoconfigure.mapping.PropertyChecks;
import io.realtime4j.webhook.WebhookVerifier;

import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

/**
 * Maps the properties of webhooks.
 */
final class WebhookPropertiesMapper {

	private static final String PREFIX = "realtime.webhook.";

	private static final DataSize LARGEST = DataSize.ofMegabytes(16);

	private WebhookPropertiesMapper() {
	}

	static WebhookVerifier verifier(WebhookProperties properties, InstantSource clock) {
		String secret = properties.getSecret();
		PropertyChecks.resolved(secret, PREFIX + "secret");
		PropertyChecks.positive(properties.getTolerance(), PREFIX + "tolerance");
		if (secret == null || !StringUtils.hasText(secret)) {
			throw new InvalidRealtimePropertyException(PREFIX + "secret",
					"must be set: without it anybody could have calls answered at your expense. The service shows"
							+ " the secret when the webhook is created");
		}
		try {
			return new WebhookVerifier(secret, properties.getTolerance(), clock);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidRealtimePropertyException(PREFIX + "secret", "must be whsec_ and the key in Base64");
		}
	}

	static String path(WebhookProperties properties) {
		String path = properties.getPath();
		PropertyChecks.path(path, PREFIX + "path", "/realtime/webhook");
		return path;
	}

	static int maxSize(WebhookProperties properties) {
		long bytes = properties.getMaxSize().toBytes();
		PropertyChecks.check(bytes > 0 && bytes <= LARGEST.toBytes(), PREFIX + "max-size",
				"must be between 1B and " + LARGEST.toMegabytes() + "MB");
		return (int) bytes;
	}

}
