package io.realtime4j.simulator.carrier;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.realtime4j.simulator.wire.Json;
import tools.jackson.databind.JsonNode;

/**
 * REST API of the simulated Vonage, by which an application ends calls.
 */
final class VonageApi implements CarrierApi.Handler {

	private static final Pattern CALL = Pattern.compile("PUT /v1/calls/([^/]+)");

	private static final Pattern TOKEN = Pattern.compile("Bearer (([\\w-]+)\\.([\\w-]+))\\.([\\w-]+)");

	private static final int CLAIMS = 3;

	private static final int SIGNATURE = 4;

	private final String applicationId;

	private final PublicKey key;

	private final Predicate<String> hangUp;

	/**
	 * Create an API.
	 * @param applicationId the id of the application
	 * @param key its public key
	 * @param hangUp ends a call, and returns whether there is one
	 */
	VonageApi(String applicationId, PublicKey key, Predicate<String> hangUp) {
		this.applicationId = applicationId;
		this.key = key;
		this.hangUp = hangUp;
	}

	@Override
	public CarrierApi.Answer handle(CarrierApi.Request request) {
		Matcher call = CALL.matcher(request.line());
		Matcher token = TOKEN.matcher(request.authorization());
		if (!token.matches() || !isValid(token)) {
			return answer(401, "You did not provide correct credentials.");
		}
		if (!"hangup".equals(request.body().path("action").asString(""))) {
			return answer(400, "Unknown action");
		}
		return (call.matches() && this.hangUp.test(call.group(1))) ? new CarrierApi.Answer(204, null)
				: answer(404, "Not Found");
	}

	private boolean isValid(Matcher token) {
		try {
			Signature verifier = Signature.getInstance("SHA256withRSA");
			verifier.initVerify(this.key);
			verifier.update(token.group(1).getBytes(StandardCharsets.US_ASCII));
			JsonNode header = Json.parse(decoded(token.group(2)));
			JsonNode claims = Json.parse(decoded(token.group(CLAIMS)));
			return verifier.verify(Base64.getUrlDecoder().decode(token.group(SIGNATURE)))
					&& "RS256".equals(header.path("alg").asString(""))
					&& this.applicationId.equals(claims.path("application_id").asString(""))
					&& !claims.path("jti").asString("").isEmpty()
					&& claims.path("exp").asLong(0) > Instant.now().getEpochSecond();
		}
		catch (GeneralSecurityException ex) {
			return false;
		}
	}

	private static String decoded(String part) {
		return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
	}

	private static CarrierApi.Answer answer(int status, String title) {
		return new CarrierApi.Answer(status, Json.object().put("title", title));
	}

}
