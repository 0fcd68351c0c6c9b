package io.realtime4j.spring.phone.vonage;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import io.realtime4j.spring.phone.engine.CarrierClient;
import io.realtime4j.spring.phone.engine.TransferTarget;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Internal client that ends and transfers calls by Vonage's REST API, with tokens that
 * the key of the application signs.
 */
public final class VonageCalls {

	private static final String ALGORITHM = "SHA256withRSA";

	private static final Duration TOKEN_LIFETIME = Duration.ofMinutes(1);

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

	private final String applicationId;

	private final PrivateKey key;

	private final InstantSource clock;

	private final CarrierClient client;

	/**
	 * Create a client.
	 * @param apiUrl the address of the API
	 * @param applicationId the id of the application
	 * @param key its key, for RSA
	 * @param clock the clock
	 * @throws IllegalArgumentException if the key cannot sign
	 */
	public VonageCalls(URI apiUrl, String applicationId, PrivateKey key, InstantSource clock) {
		this.applicationId = applicationId;
		this.key = key;
		this.clock = clock;
		this.client = new CarrierClient(apiUrl + "/v1/calls/", () -> "Bearer " + token(), "application/json");
		token();
	}

	CompletableFuture<?> hangUp(String uuid) {
		return this.client.watchHangUp(uuid, this.client.put(uuid, "{\"action\":\"hangup\"}"));
	}

	/**
	 * Have another NCCO carried out for a call, which leaves its WebSocket.
	 * @param uuid the id of the call
	 * @param from the number that was called, or {@code null} if it is not known
	 * @param target whom to call
	 */
	CompletableFuture<?> transfer(String uuid, @Nullable String from, TransferTarget target) {
		ObjectNode command = MAPPER.createObjectNode().put("action", "transfer");
		ObjectNode action = command.putObject("destination")
			.put("type", "ncco")
			.putArray("ncco")
			.addObject()
			.put("action", "connect");
		if (from != null) {
			action.put("from", from);
		}
		ObjectNode endpoint = action.putArray("endpoint").addObject();
		if (target.isNumber()) {
			endpoint.put("type", "phone").put("number", target.address().substring(1));
		}
		else {
			endpoint.put("type", "sip").put("uri", target.address());
		}
		return CarrierClient.transferred(this.client.put(uuid, command.toString()), (answer) -> false);
	}

	private String token() {
		long now = this.clock.instant().getEpochSecond();
		String content = base64("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "."
				+ base64("{\"application_id\":\"" + this.applicationId + "\",\"iat\":" + now + ",\"exp\":"
						+ (now + TOKEN_LIFETIME.toSeconds()) + ",\"jti\":\"" + UUID.randomUUID() + "\"}");
		try {
			Signature signature = Signature.getInstance(ALGORITHM);
			signature.initSign(this.key);
			signature.update(content.getBytes(StandardCharsets.US_ASCII));
			return content + "." + BASE64.encodeToString(signature.sign());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalArgumentException("The key of the application cannot sign", ex);
		}
	}

	private static String base64(String json) {
		return BASE64.encodeToString(json.getBytes(StandardCharsets.US_ASCII));
	}

}
