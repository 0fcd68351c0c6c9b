package io.realtime4j.simulator.carrier;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.realtime4j.simulator.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tokens with which the simulated Vonage signs its webhooks.
 */
final class VonageTokens {

	private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

	private final String secret;

	private final String applicationId;

	VonageTokens(String secret, String applicationId) {
		this.secret = secret;
		this.applicationId = applicationId;
	}

	String secret() {
		return this.secret;
	}

	/**
	 * Return the header of a webhook that is sent now.
	 */
	String authorization(String body) {
		return "Bearer " + sign(claims(body));
	}

	/**
	 * Return what a token says about a webhook.
	 */
	ObjectNode claims(String body) {
		return Json.object()
			.put("iat", Instant.now().getEpochSecond())
			.put("jti", UUID.randomUUID().toString())
			.put("iss", "Vonage")
			.put("payload_hash", sha256(body))
			.put("api_key", "abcdef01")
			.put("application_id", this.applicationId);
	}

	String sign(ObjectNode claims) {
		return sign("{\"alg\":\"HS256\",\"typ\":\"JWT\"}", claims);
	}

	String sign(String header, ObjectNode claims) {
		String content = base64(header) + "." + base64(claims.toString());
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(this.secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
			return content + "." + BASE64.encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw noAlgorithm(ex);
		}
	}

	private static String base64(String text) {
		return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	private static String sha256(String body) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(hash);
		}
		catch (GeneralSecurityException ex) {
			throw noAlgorithm(ex);
		}
	}

	private static IllegalStateException noAlgorithm(GeneralSecurityException ex) {
		return new IllegalStateException("Every Java platform has SHA-256 and HmacSHA256", ex);
	}

}
