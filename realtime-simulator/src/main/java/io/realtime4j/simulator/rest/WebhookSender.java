package io.realtime4j.simulator.rest;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Sends webhooks to an application, signed as the service signs them.
 */
final class WebhookSender {

	private static final String ALGORITHM = "HmacSHA256";

	private static final String PREFIX = "whsec_";

	private static final Duration TIMEOUT = Duration.ofSeconds(10);

	private static final InstantSource CLOCK = InstantSource.system();

	private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

	private final URI endpoint;

	private final byte[] key;

	WebhookSender(URI endpoint, String secret) {
		if (!secret.startsWith(PREFIX)) {
			throw new IllegalArgumentException("The secret of a webhook begins with " + PREFIX);
		}
		this.endpoint = endpoint;
		this.key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
	}

	/**
	 * Send a webhook.
	 * @param id the id of the webhook, the same for every delivery
	 * @param body the event
	 * @return completes with the status of the answer, or exceptionally without one
	 */
	CompletableFuture<Integer> send(String id, String body) {
		String timestamp = String.valueOf(CLOCK.instant().getEpochSecond());
		HttpRequest request = HttpRequest.newBuilder(this.endpoint)
			.timeout(TIMEOUT)
			.header("Content-Type", "application/json")
			.header("webhook-id", id)
			.header("webhook-timestamp", timestamp)
			.header("webhook-signature", "v1," + sign(id + "." + timestamp + "." + body))
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build();
		return this.client.sendAsync(request, HttpResponse.BodyHandlers.discarding())
			.thenApply(HttpResponse::statusCode);
	}

	private String sign(String text) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(this.key, ALGORITHM));
			return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java platform has " + ALGORITHM, ex);
		}
	}

}
