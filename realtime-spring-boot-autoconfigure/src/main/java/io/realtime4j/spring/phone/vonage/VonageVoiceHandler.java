package io.realtime4j.spring.phone.vonage;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.realtime4j.spring.phone.PhoneCaller;
import io.realtime4j.spring.phone.engine.PhoneLines;
import io.realtime4j.spring.webhook.WebhookReceiver;
import io.realtime4j.webhook.WebhookException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.HttpRequestMethodNotSupportedException;

/**
 * Internal handler of the requests with which Vonage asks what to do with a call.
 */
public final class VonageVoiceHandler implements HttpRequestHandler {

	/**
	 * Largest body of a webhook, in bytes.
	 */
	public static final int MAX_SIZE = 64 * 1024;

	private static final Log logger = LogFactory.getLog(VonageVoiceHandler.class);

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private final VonageEvents events;

	private final VonageTickets tickets;

	private final PhoneLines lines;

	/**
	 * Create a handler.
	 * @param events verifies and reads the requests
	 * @param tickets makes the answers
	 * @param lines admits calls
	 */
	public VonageVoiceHandler(VonageEvents events, VonageTickets tickets, PhoneLines lines) {
		this.events = events;
		this.tickets = tickets;
		this.lines = lines;
	}

	@Override
	public void handleRequest(HttpServletRequest request, HttpServletResponse response)
			throws IOException, HttpRequestMethodNotSupportedException {
		if (!HttpMethod.POST.matches(request.getMethod())) {
			throw new HttpRequestMethodNotSupportedException(request.getMethod(), List.of(HttpMethod.POST.name()));
		}
		byte[] body = request.getInputStream().readNBytes(MAX_SIZE + 1);
		if (body.length > MAX_SIZE) {
			refuse(response, HttpStatus.CONTENT_TOO_LARGE);
			return;
		}
		try {
			answer(response, this.events.read(request::getHeader, body).event());
		}
		catch (WebhookException ex) {
			refuse(response, WebhookReceiver.status(ex));
		}
	}

	private void answer(HttpServletResponse response, VonageEvent call) throws IOException {
		if (call.callId().isEmpty()) {
			refuse(response, HttpStatus.BAD_REQUEST);
			return;
		}
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		response.getOutputStream().write(MAPPER.writeValueAsBytes(ncco(call)));
	}

	// Vonage has answered already, and knows no busy signal
	private List<Map<String, Object>> ncco(VonageEvent call) {
		Map<String, String> parameters = new LinkedHashMap<>(call.sipHeaders());
		if (call.to() != null) {
			parameters.put("to", call.to());
		}
		if (!this.lines.admits(new PhoneCaller(VonageTickets.CARRIER, call.callId(), call.from(), parameters))) {
			return List.of();
		}
		return List.of(this.tickets.connectOnce(call.callId(), call.from(), parameters));
	}

	// Strangers decide how often this happens
	private static void refuse(HttpServletResponse response, HttpStatus status) {
		logger.debug("A request of Vonage's answer webhook was refused with " + status.value());
		response.setStatus(status.value());
	}

}
