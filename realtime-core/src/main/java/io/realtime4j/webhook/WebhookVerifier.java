package io.realtime4j.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

/**
 * Verifier for webhooks of the service, by their signature as defined by Standard
 * Webhooks: HMAC-SHA256 over the id, the time and the bytes of the body. It may be used
 * by all threads.
 *
 * @since 0.1.0
 */
public final class WebhookVerifier {

	private static final String ALGORITHM = "HmacSHA256";

	private static final String SECRET_PREFIX = "whsec_";

	private static final String VERSION = "v1,";

	/**
	 * Base64 of 32 bytes.
	 */
	private static final int SIGNATURE_LENGTH = 44;

	private static final int MAX_CANDIDATES = 16;

	private static final int MAX_ID = 256;

	private static final int MAX_SIGNATURES = 4096;

	private static final int MAX_TIMESTAMP = 12;

	private final List<SecretKeySpec> keys;

	private final SignatureTime time;

	/**
	 * Create a verifier.
	 * @param secret the secret of the webhook, as the service shows it: {@code whsec_}
	 * and the key in Base64. Any other text is taken as the key itself, and as its Base64
	 * @param tolerance how far the time of a request may be from the clock, in both
	 * directions
	 * @param clock the clock
	 * @throws IllegalArgumentException if the secret is empty or no Base64, or the
	 * tolerance is not positive
	 */
	public WebhookVerifier(String secret, Duration tolerance, InstantSource clock) {
		this.time = new SignatureTime(tolerance, clock);
		this.keys = keys(secret.strip());
	}

	/**
	 * Verify a request.
	 * @param headers the headers that sign it
	 * @param body the body as it came, before anything is read of it
	 * @return the id of the webhook, the same for every delivery of one event
	 * @throws WebhookException if the request is not signed with the secret, or not now
	 */
	public String verify(WebhookHeaders headers, byte[] body) {
		String id = required(headers.id(), MAX_ID);
		String timestamp = required(headers.timestamp(), MAX_TIMESTAMP);
		String signatures = required(headers.signature(), MAX_SIGNATURES);
		this.time.check(timestamp);
		byte[] signed = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
		List<byte[]> expected = this.keys.stream().map((key) -> sign(key, signed, body)).toList();
		if (!matches(candidates(signatures), expected)) {
			throw new WebhookException(WebhookException.Reason.SIGNATURE, "No signature of the webhook matches");
		}
		return id;
	}

	private static String required(@Nullable String value, int maxLength) {
		if (value == null || value.isEmpty() || value.length() > maxLength) {
			throw new WebhookException(WebhookException.Reason.HEADERS,
					"The webhook needs the headers " + WebhookHeaders.ID + ", " + WebhookHeaders.TIMESTAMP + " and "
							+ WebhookHeaders.SIGNATURE + ", each of a sensible length");
		}
		return value;
	}

	// Several while a secret is replaced: the service signs with the old and the new one
	private static List<byte[]> candidates(String signatures) {
		List<byte[]> candidates = new ArrayList<>();
		for (String signature : signatures.split(" ", MAX_CANDIDATES + 1)) {
			if (candidates.size() < MAX_CANDIDATES && signature.startsWith(VERSION)
					&& signature.length() == VERSION.length() + SIGNATURE_LENGTH) {
				candidates.add(signature.substring(VERSION.length()).getBytes(StandardCharsets.UTF_8));
			}
		}
		return candidates;
	}

	// Every pair is compared, so that the time tells nothing
	private static boolean matches(List<byte[]> candidates, List<byte[]> expected) {
		boolean matches = false;
		for (byte[] candidate : candidates) {
			for (byte[] signature : expected) {
				matches |= MessageDigest.isEqual(candidate, signature);
			}
		}
		return matches;
	}

	private static byte[] sign(SecretKeySpec key, byte[] head, byte[] body) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(key);
			mac.update(head);
			return Base64.getEncoder().encode(mac.doFinal(body));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java platform has " + ALGORITHM, ex);
		}
	}

	private static List<SecretKeySpec> keys(String secret) {
		boolean prefixed = secret.startsWith(SECRET_PREFIX);
		byte[] decoded = decode(prefixed ? secret.substring(SECRET_PREFIX.length()) : secret);
		List<SecretKeySpec> keys = new ArrayList<>();
		if (decoded != null && decoded.length > 0) {
			keys.add(new SecretKeySpec(decoded, ALGORITHM));
		}
		if (!prefixed && !secret.isEmpty()) {
			keys.add(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
		}
		if (keys.isEmpty()) {
			throw new IllegalArgumentException(
					"The secret of the webhook must be " + SECRET_PREFIX + " and the key in Base64");
		}
		return List.copyOf(keys);
	}

	private static byte @Nullable [] decode(String text) {
		try {
			return Base64.getDecoder().decode(text);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
