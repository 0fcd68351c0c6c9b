package io.realtime4j.spring.phone.engine;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import io.realtime4j.spring.phone.PhoneCaller;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.util.Assert;

/**
 * Internal maker of the tokens of media streams, for carriers that send a header of ours
 * with the handshake. A token is a ticket with its call and its parameters.
 */
public final class CallTokens {

	private static final int MAX_TOKEN = 4000;

	private static final String CALL = "call";

	private static final String PARAMETERS = "parameters";

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private final CallTickets tickets;

	/**
	 * Create tokens.
	 * @param tickets makes the tickets in them
	 */
	public CallTokens(CallTickets tickets) {
		this.tickets = tickets;
	}

	/**
	 * Make a token, which opens one session.
	 * @param callId the id of the call
	 * @param from the number of the caller, or {@code null} if it is not told
	 * @param parameters the parameters of the call
	 * @return the token
	 * @throws IllegalArgumentException if the parameters are too long
	 */
	public String make(String callId, @Nullable String from, Map<String, String> parameters) {
		return token(callId, this.tickets.make(callId, from, parameters));
	}

	/**
	 * Make the token of a request that may be repeated: however often it is, there is one
	 * session.
	 * @param callId the id of the call
	 * @param from the number of the caller, or {@code null} if it is not told
	 * @param parameters the parameters of the call
	 * @return the token
	 * @throws IllegalArgumentException if the parameters are too long
	 */
	public String makeOnce(String callId, @Nullable String from, Map<String, String> parameters) {
		return token(callId, this.tickets.makeOnce(callId, from, parameters));
	}

	private static String token(String callId, Map<String, String> parameters) {
		ObjectNode content = MAPPER.createObjectNode().put(CALL, callId);
		ObjectNode named = content.putObject(PARAMETERS);
		parameters.forEach(named::put);
		String token = Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(content.toString().getBytes(StandardCharsets.UTF_8));
		Assert.isTrue(token.length() <= MAX_TOKEN, () -> "'parameters' must be shorter: the token of the stream has "
				+ token.length() + " characters, and may have " + MAX_TOKEN);
		return token;
	}

	/**
	 * Look at the token of a stream, whose ticket is not used by this.
	 * @param token the token that came, or {@code null} if none did
	 * @return the call, or {@code null} if the token is missing, forged or too old
	 */
	public @Nullable CallAdmission admit(@Nullable String token) {
		if (token == null || token.length() > MAX_TOKEN) {
			return null;
		}
		CallAdmission admission = read(token);
		return (admission != null && this.tickets.isValid(admission.callId(), admission.parameters())) ? admission
				: null;
	}

	private static @Nullable CallAdmission read(String token) {
		try {
			JsonNode content = MAPPER.readTree(Base64.getUrlDecoder().decode(token));
			Map<String, String> parameters = new LinkedHashMap<>();
			content.path(PARAMETERS)
				.properties()
				.forEach((entry) -> parameters.put(entry.getKey(), entry.getValue().asString("")));
			return new CallAdmission(content.path(CALL).asString(""), parameters);
		}
		catch (JacksonException | IllegalArgumentException ex) {
			return null;
		}
	}

	/**
	 * Use the ticket of a call. May block while it is remembered.
	 * @param admission the call
	 * @return the caller, or {@code null} if the ticket is too old or was used
	 */
	public @Nullable PhoneCaller use(CallAdmission admission) {
		return this.tickets.use(admission.callId(), admission.parameters());
	}

}
