package io.realtime4j.simulator.carrier;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.realtime4j.simulator.wire.Json;
import org.jspecify.annotations.Nullable;

/**
 * REST API of the simulated Twilio, by which an application ends and transfers calls.
 */
final class TwilioApi implements CarrierApi.Handler {

	private static final Pattern CALL = Pattern.compile("POST /2010-04-01/Accounts/(\\w+)/Calls/(\\w+)\\.json");

	private static final Pattern DIAL = Pattern
		.compile("<Response><Dial><(Number|Sip)>([^<>&\"]+)</\\1></Dial></Response>");

	private final String accountSid;

	private final String authToken;

	private final CallCommands commands;

	TwilioApi(String accountSid, String authToken, CallCommands commands) {
		this.accountSid = accountSid;
		this.authToken = authToken;
		this.commands = commands;
	}

	@Override
	public CarrierApi.Answer handle(CarrierApi.Request request) {
		String credentials = this.accountSid + ":" + this.authToken;
		String expected = "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
		Matcher call = CALL.matcher(request.line());
		if (!expected.equals(request.authorization())) {
			return error(401, 20003, "Authenticate");
		}
		if (!call.matches() || !this.accountSid.equals(call.group(1))) {
			return notFound();
		}
		return obey(call.group(2), form(request.text()));
	}

	private CarrierApi.Answer obey(String callSid, Map<String, String> form) {
		Matcher dial = DIAL.matcher(form.getOrDefault("Twiml", ""));
		if ("completed".equals(form.get("Status"))) {
			return this.commands.hangUp(callSid) ? done(callSid) : notFound();
		}
		if (!dial.matches()) {
			return error(400, 12100, "Document parse failure");
		}
		return this.commands.transfer(callSid, dial.group(2)) ? done(callSid)
				: error(400, 21220, "Call is not in-progress. Cannot redirect.");
	}

	private static Map<String, String> form(String text) {
		Map<String, String> form = new LinkedHashMap<>();
		Arrays.stream(text.split("&"))
			.map((part) -> part.split("=", 2))
			.filter((part) -> part.length == 2)
			.forEach((part) -> form.put(part[0], URLDecoder.decode(part[1], StandardCharsets.UTF_8)));
		return form;
	}

	private static CarrierApi.Answer done(@Nullable String callSid) {
		return new CarrierApi.Answer(200, Json.object().put("sid", callSid));
	}

	private static CarrierApi.Answer notFound() {
		return error(404, 20404, "The requested resource was not found");
	}

	private static CarrierApi.Answer error(int status, int code, String message) {
		return new CarrierApi.Answer(status,
				Json.object().put("code", code).put("message", message).put("status", status));
	}

}
