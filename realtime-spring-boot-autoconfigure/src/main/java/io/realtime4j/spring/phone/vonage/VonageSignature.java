package io.realtime4j.spring.phone.vonage;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.realtime4j.spring.phone.engine.Hmac;
import io.realtime4j.webhook.SignatureTime;
import io.realtime4j.webhook.WebhookException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;

/**
 * Internal verifier of the signatures of Vonage's webhooks: a JSON Web Token in the
 * header, which holds the hash of the body.
 */
public final class VonageSignature {

	private static final int MAX_LENGTH = 4096;

	private static final Pattern TOKEN = Pattern.compile("[Bb]earer (([\\w-]+)\\.([\\w-]+))\\.([\\w-]+)");

	private static final int CLAIMS = 3;

	private static final int SIGNATURE = 4;

	private static final Pattern ID = Pattern.compile("[\\w-]{1,128}");

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private final String secret;

	private final @Nullable String applicationId;

	private final SignatureTime time;

	private final InstantSource clock;

	/**
	 * Create a verifier.
	 * @param secret the signature secret of the account
	 * @param applicationId the application whose webhooks are taken, or {@code null} for
	 * those of every application of the account
	 * @param tolerance how far the time of a webhook may be from the clock, in both
	 * directions
	 * @param clock the clock
	 */
	public VonageSignature(String secret, @Nullable String applicationId, Duration tolerance, InstantSource clock) {
		this.secret = secret;
		this.applicationId = applicationId;
		this.time = new SignatureTime(tolerance, clock);
		this.clock = clock;
	}

	/**
	 * Verify a webhook.
	 * @param headers returns the first value of a header, or {@code null} if absent
	 * @param body the body as it came
	 * @return the id of the webhook
	 * @throws WebhookException if Vonage did not sign it, or not now
	 */
	String verify(Function<String, @Nullable String> headers, byte[] body) {
		String authorization = headers.apply(HttpHeaders.AUTHORIZATION);
		if (authorization == null || authorization.length() > MAX_LENGTH) {
			throw noToken();
		}
		Matcher token = TOKEN.matcher(authorization);
		if (!token.matches()) {
			throw noToken();
		}
		byte[] signature = Hmac.sign("HmacSHA256", this.secret, token.group(1));
		if (!MessageDigest.isEqual(signature, decoded(token.group(SIGNATURE)))) {
			throw notSigned();
		}
		return verify(json(token.group(2)), json(token.group(CLAIMS)), body);
	}

	private String verify(JsonNode header, JsonNode claims, byte[] body) {
		if (!"HS256".equals(text(header, "alg")) || header.has("crit") || !"Vonage".equals(text(claims, "iss"))
				|| (this.applicationId != null && !this.applicationId.equals(text(claims, "application_id")))) {
			throw notSigned();
		}
		this.time.check(claims.path("iat").isIntegralNumber() ? claims.path("iat").asString("") : null);
		if (claims.has("exp") && claims.path("exp").asLong(0) <= this.clock.instant().getEpochSecond()) {
			throw new WebhookException(WebhookException.Reason.TIMESTAMP, "The token of the webhook has ended");
		}
		byte[] hash = text(claims, "payload_hash").toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
		if (!MessageDigest.isEqual(sha256(body).getBytes(StandardCharsets.UTF_8), hash)) {
			throw notSigned();
		}
		String id = text(claims, "jti");
		if (!ID.matcher(id).matches()) {
			throw noToken();
		}
		return id;
	}

	private static String text(JsonNode object, String name) {
		JsonNode value = object.path(name);
		return value.isString() ? value.stringValue() : "";
	}

	private static JsonNode json(String part) {
		try {
			return MAPPER.readTree(decoded(part));
		}
		catch (JacksonException ex) {
			throw noToken();
		}
	}

	private static byte[] decoded(String part) {
		try {
			return Base64.getUrlDecoder().decode(part);
		}
		catch (IllegalArgumentException ex) {
			throw noToken();
		}
	}

	private static String sha256(byte[] body) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	private static WebhookException noToken() {
		return new WebhookException(WebhookException.Reason.HEADERS, "The webhook must have a token that can be read");
	}

	private static WebhookException notSigned() {
		return new WebhookException(WebhookException.Reason.SIGNATURE,
				"The token of the webhook is not that of Vonage, or not of its body");
	}

}
