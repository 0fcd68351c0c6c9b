package io.realtime4j.simulator.carrier;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.realtime4j.simulator.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * REST API of the simulated Vonage, by which an application ends and transfers calls.
 */
final class VonageApi implements CarrierApi.Handler {

	private static final Pattern CALL = Pattern.compile("PUT /v1/calls/([^/]+)");

	private static final Pattern TOKEN = Pattern.compile("Bearer (([\\w-]+)\\.([\\w-]+))\\.([\\w-]+)");

	private static final int CLAIMS = 3;

	private static final int SIGNATURE = 4;

	private final String applicationId;

	private final PublicKey key;

	private final CallCommands commands;

	/**
	 * Create an API.
	 * @param applicationId the id of the application
	 * @param key its public key
	 * @param commands carries out commands
	 */
	VonageApi(String applicationId, PublicKey key, CallCommands commands) {
		this.applicationId = applicationId;
		this.key = key;
		this.commands = commands;
	}

	@Override
	public CarrierApi.Answer handle(CarrierApi.Request request) {
		Matcher call = CALL.matcher(request.line());
		Matcher token = TOKEN.matcher(request.authorization());
		if (!token.matches() || !isValid(token)) {
			return answer(401, "You did not provide correct credentials.");
		}
		String action = request.body().path("action").asString("");
		String target = target(request.body().path("destination"));
		if (!"hangup".equals(action) && !("transfer".equals(action) && target != null)) {
			return answer(400, "Unknown action");
		}
		boolean done = call.matches() && ((target != null) ? this.commands.transfer(call.group(1), target)
				: this.commands.hangUp(call.group(1)));
		return done ? new CarrierApi.Answer(204, null) : answer(404, "Not Found");
	}

	private static @Nullable String target(JsonNode destination) {
		JsonNode action = destination.path("ncco").path(0);
		JsonNode endpoint = action.path("endpoint").path(0);
		if (!"ncco".equals(destination.path("type").asString(""))
				|| !"connect".equals(action.path("action").asString(""))) {
			return null;
		}
		return switch (endpoint.path("type").asString("")) {
			case "phone" -> "+" + endpoint.path("number").asString("");
			case "sip" -> endpoint.path("uri").asString("");
			default -> null;
		};
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
