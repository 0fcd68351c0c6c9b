package io.realtime4j.simulator.carrier;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.realtime4j.simulator.wire.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * REST API of the simulated Telnyx, by which an application answers, rejects and ends
 * calls.
 */
final class TelnyxApi implements CarrierApi.Handler {

	private static final Pattern COMMAND = Pattern.compile("POST /v2/calls/([^/]+)/actions/(\\w+)");

	private static final int OK = 200;

	private final String apiKey;

	private final Commands commands;

	TelnyxApi(String apiKey, Commands commands) {
		this.apiKey = apiKey;
		this.commands = commands;
	}

	@Override
	public CarrierApi.Answer handle(CarrierApi.Request request) {
		Matcher command = COMMAND.matcher(request.line());
		if (!("Bearer " + this.apiKey).equals(request.authorization())) {
			return error(401, "10009", "Authentication failed");
		}
		if (!command.matches()) {
			return error(404, "10005", "Resource not found");
		}
		return this.commands.obey(command.group(1), command.group(2), request.body());
	}

	static CarrierApi.Answer done() {
		ObjectNode body = Json.object();
		body.putObject("data").put("result", "ok");
		return new CarrierApi.Answer(OK, body);
	}

	static CarrierApi.Answer error(int status, String code, String detail) {
		ObjectNode body = Json.object();
		body.putArray("errors").addObject().put("code", code).put("title", detail).put("detail", detail);
		return new CarrierApi.Answer(status, body);
	}

	/**
	 * Carries out commands.
	 */
	@FunctionalInterface
	interface Commands {

		CarrierApi.Answer obey(String callId, String action, JsonNode body);

	}

}
