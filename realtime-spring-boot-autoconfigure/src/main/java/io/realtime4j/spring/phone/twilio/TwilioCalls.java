package io.realtime4j.spring.phone.twilio;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;

import io.realtime4j.spring.phone.engine.CarrierClient;
import io.realtime4j.spring.phone.engine.TransferTarget;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.util.HtmlUtils;

/**
 * Internal client that ends and transfers calls by Twilio's REST API.
 */
public final class TwilioCalls {

	/**
	 * Error of a command for a call that has ended.
	 */
	private static final String OVER = "21220";

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private final CarrierClient client;

	/**
	 * Create a client.
	 * @param apiUrl the address of the API
	 * @param accountSid the id of the account
	 * @param authToken the token of the account
	 */
	public TwilioCalls(URI apiUrl, String accountSid, String authToken) {
		String authorization = "Basic "
				+ Base64.getEncoder().encodeToString((accountSid + ":" + authToken).getBytes(StandardCharsets.UTF_8));
		this.client = new CarrierClient(apiUrl + "/2010-04-01/Accounts/" + accountSid + "/Calls/", () -> authorization,
				"application/x-www-form-urlencoded");
	}

	CompletableFuture<?> hangUp(String callSid) {
		return this.client.watchHangUp(callSid, this.client.post(callSid + ".json", "Status=completed"));
	}

	/**
	 * Have other TwiML carried out for a call, which ends its stream.
	 */
	CompletableFuture<?> transfer(String callSid, TransferTarget target) {
		String noun = target.isNumber() ? "Number" : "Sip";
		String twiml = "<Response><Dial><" + noun + ">" + HtmlUtils.htmlEscape(target.address()) + "</" + noun
				+ "></Dial></Response>";
		return CarrierClient.transferred(
				this.client.post(callSid + ".json", "Twiml=" + URLEncoder.encode(twiml, StandardCharsets.UTF_8)),
				(answer) -> OVER.equals(code(answer.body())));
	}

	private static String code(String body) {
		try {
			return MAPPER.readTree(body).path("code").asString("");
		}
		catch (JacksonException ex) {
			return "";
		}
	}

}
