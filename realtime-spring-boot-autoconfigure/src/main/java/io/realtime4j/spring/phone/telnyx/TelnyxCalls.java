package io.realtime4j.spring.phone.telnyx;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.realtime4j.spring.phone.engine.CarrierClient;
import io.realtime4j.spring.phone.engine.Printable;
import io.realtime4j.spring.phone.engine.TransferTarget;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Internal client that answers, rejects, transfers and ends calls by Telnyx's REST API.
 */
public final class TelnyxCalls {

	private static final Log logger = LogFactory.getLog(TelnyxCalls.class);

	/**
	 * Error of a command for a call that has ended.
	 */
	private static final String OVER = "90018";

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private final CarrierClient client;

	/**
	 * Create a client.
	 * @param apiUrl the address of the API
	 * @param apiKey the key of the account
	 */
	public TelnyxCalls(URI apiUrl, String apiKey) {
		this.client = new CarrierClient(apiUrl + "/v2/calls/", () -> "Bearer " + apiKey, "application/json");
	}

	CompletableFuture<?> answer(String callId, Map<String, Object> stream) {
		return command(callId, "answer", stream);
	}

	CompletableFuture<?> reject(String callId) {
		return command(callId, "reject", Map.of("cause", "USER_BUSY"));
	}

	CompletableFuture<?> hangUp(String callId) {
		return command(callId, "hangup", Map.of());
	}

	CompletableFuture<?> transfer(String callId, TransferTarget target) {
		return CarrierClient.transferred(
				this.client.post(path(callId, "transfer"),
						MAPPER.writeValueAsString(TelnyxTransfers.members(callId, target.address()))),
				(answer) -> OVER.equals(error(answer.body()).path("code").asString("")));
	}

	private static String path(String callId, String action) {
		return callId + "/actions/" + action;
	}

	private CompletableFuture<?> command(String callId, String action, Map<String, Object> members) {
		Map<String, Object> all = new LinkedHashMap<>(members);
		// The same command of another node is ignored
		all.put("command_id", "realtime4j-" + action);
		return this.client.post(path(callId, action), MAPPER.writeValueAsString(all)).whenComplete((answer, ex) -> {
			String problem = (ex != null) ? ex.toString() : problem(answer);
			if (problem != null) {
				logger.warn("The command '" + action + "' failed for call " + callId + ": " + problem);
			}
		});
	}

	private static @Nullable String problem(CarrierClient.Answer answer) {
		if (!answer.isProblem()) {
			return null;
		}
		JsonNode error = error(answer.body());
		String code = error.path("code").asString("");
		String detail = error.path("detail").asString("");
		if (OVER.equals(code)) {
			return null;
		}
		return "status " + answer.status() + ", error " + Printable.of(code) + ": " + Printable.of(detail);
	}

	private static JsonNode error(String body) {
		try {
			return MAPPER.readTree(body).path("errors").path(0);
		}
		catch (JacksonException ex) {
			return MAPPER.missingNode();
		}
	}

}
