package io.realtime4j.spring.phone.telnyx;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Function;

import io.realtime4j.webhook.SignatureTime;
import io.realtime4j.webhook.WebhookException;
import org.jspecify.annotations.Nullable;

/**
 * Internal verifier of the signatures of Telnyx's webhooks.
 */
public final class TelnyxSignature {

	private static final String SIGNATURE = "telnyx-signature-ed25519";

	private static final String TIMESTAMP = "telnyx-timestamp";

	private static final String ALGORITHM = "Ed25519";

	/**
	 * Beginning of an encoded key, before its bytes.
	 */
	private static final byte[] KEY_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

	private static final int KEY_LENGTH = 32;

	/**
	 * Base64 of 64 bytes.
	 */
	private static final int SIGNATURE_LENGTH = 88;

	private final PublicKey key;

	private final SignatureTime time;

	/**
	 * Create a verifier.
	 * @param publicKey the public key of the account, in Base64
	 * @param tolerance how far the time of a webhook may be from the clock, in both
	 * directions
	 * @param clock the clock
	 * @throws IllegalArgumentException if the key is none
	 */
	public TelnyxSignature(String publicKey, Duration tolerance, InstantSource clock) {
		this.key = key(Base64.getDecoder().decode(publicKey.strip()));
		this.time = new SignatureTime(tolerance, clock);
	}

	private static PublicKey key(byte[] bytes) {
		if (bytes.length != KEY_LENGTH) {
			throw new IllegalArgumentException("The key must have " + KEY_LENGTH + " bytes");
		}
		ByteArrayOutputStream encoded = new ByteArrayOutputStream();
		encoded.writeBytes(KEY_HEAD);
		encoded.writeBytes(bytes);
		try {
			return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded.toByteArray()));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalArgumentException("The key is none", ex);
		}
	}

	/**
	 * Verify a webhook.
	 * @param headers returns the first value of a header, or {@code null} if absent
	 * @param body the body as it came
	 * @throws WebhookException if Telnyx did not sign it, or not now
	 */
	void verify(Function<String, @Nullable String> headers, byte[] body) {
		String timestamp = headers.apply(TIMESTAMP);
		String signature = headers.apply(SIGNATURE);
		this.time.check(timestamp);
		if (signature == null || signature.length() != SIGNATURE_LENGTH || !matches(signature, timestamp, body)) {
			throw new WebhookException(WebhookException.Reason.SIGNATURE,
					"The signature of the webhook does not match");
		}
	}

	private boolean matches(String signature, @Nullable String timestamp, byte[] body) {
		try {
			Signature verifier = Signature.getInstance(ALGORITHM);
			verifier.initVerify(this.key);
			verifier.update((timestamp + "|").getBytes(StandardCharsets.UTF_8));
			verifier.update(body);
			return verifier.verify(Base64.getDecoder().decode(signature));
		}
		catch (SignatureException | IllegalArgumentException ex) {
			return false;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java platform has " + ALGORITHM, ex);
		}
	}

}
