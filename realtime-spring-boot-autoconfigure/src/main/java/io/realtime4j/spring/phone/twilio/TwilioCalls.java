package io.realtime4j.spring.phone.twilio;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.http.HttpStatus;

/**
 * Internal client that ends calls by Twilio's REST API.
 */
public final class TwilioCalls {

	private static final Log logger = LogFactory.getLog(TwilioCalls.class);

	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

	private final String calls;

	private final String authorization;

	/**
	 * Create a client.
	 * @param apiUrl the address of the API
	 * @param accountSid the id of the account
	 * @param authToken the token of the account
	 */
	public TwilioCalls(URI apiUrl, String accountSid, String authToken) {
		this.calls = apiUrl + "/2010-04-01/Accounts/" + accountSid + "/Calls/";
		this.authorization = "Basic "
				+ Base64.getEncoder().encodeToString((accountSid + ":" + authToken).getBytes(StandardCharsets.UTF_8));
	}

	CompletableFuture<?> hangUp(String callSid) {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.calls + callSid + ".json"))
			.timeout(TIMEOUT)
			.header("Authorization", this.authorization)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString("Status=completed"))
			.build();
		return this.client.sendAsync(request, HttpResponse.BodyHandlers.discarding()).whenComplete((response, ex) -> {
			// A call that is not found has ended already
			if (ex != null || (response.statusCode() >= HttpStatus.BAD_REQUEST.value()
					&& response.statusCode() != HttpStatus.NOT_FOUND.value())) {
				logger.warn("Call " + callSid + " could not be hung up, and ends with its stream: "
						+ ((ex != null) ? ex : "status " + response.statusCode()));
			}
		});
	}

}
