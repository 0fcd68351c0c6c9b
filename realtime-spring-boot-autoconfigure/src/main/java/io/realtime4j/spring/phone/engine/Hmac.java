package io.realtime4j.spring.phone.engine;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Internal signatures with a shared secret.
 */
public final class Hmac {

	private Hmac() {
	}

	/**
	 * Sign a text.
	 * @param algorithm the algorithm, one that every Java platform has
	 * @param secret the secret
	 * @param text the text
	 * @return the signature
	 */
	public static byte[] sign(String algorithm, String secret, String text) {
		try {
			Mac mac = Mac.getInstance(algorithm);
			mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
			return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java platform has " + algorithm, ex);
		}
	}

}
