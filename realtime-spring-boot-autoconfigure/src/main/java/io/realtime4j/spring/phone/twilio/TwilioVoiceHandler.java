package io.realtime4j.spring.phone.twilio;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.realtime4j.spring.phone.PhoneCaller;
import io.realtime4j.spring.phone.engine.PhoneLines;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Internal handler of the requests with which Twilio asks what to do with a call.
 */
public final class TwilioVoiceHandler implements HttpRequestHandler {

	private static final Log logger = LogFactory.getLog(TwilioVoiceHandler.class);

	private static final int MAX_SIZE = 64 * 1024;

	private static final Pattern CALL_SID = Pattern.compile("CA[0-9a-fA-F]{32}");

	private static final String BUSY = "<Reject reason=\"busy\"/>";

	private final TwilioSignature signature;

	private final String url;

	private final TwilioTickets tickets;

	private final PhoneLines lines;

	/**
	 * Create a handler.
	 * @param signature verifies the requests
	 * @param url the address of the handler as Twilio knows it
	 * @param tickets makes the answers
	 * @param lines admits calls
	 */
	public TwilioVoiceHandler(TwilioSignature signature, String url, TwilioTickets tickets, PhoneLines lines) {
		this.signature = signature;
		this.url = url;
		this.tickets = tickets;
		this.lines = lines;
	}

	@Override
	public void handleRequest(HttpServletRequest request, HttpServletResponse response)
			throws IOException, HttpRequestMethodNotSupportedException {
		if (!HttpMethod.POST.matches(request.getMethod())) {
			throw new HttpRequestMethodNotSupportedException(request.getMethod(), List.of(HttpMethod.POST.name()));
		}
		long length = request.getContentLengthLong();
		if (length < 0 || length > MAX_SIZE) {
			refuse(response, (length < 0) ? HttpStatus.LENGTH_REQUIRED : HttpStatus.CONTENT_TOO_LARGE);
			return;
		}
		String query = request.getQueryString();
		Map<String, List<String>> form = form(request, query);
		if (!this.signature.matches(request.getHeader(TwilioSignature.HEADER),
				(query != null) ? this.url + "?" + query : this.url, form)) {
			refuse(response, HttpStatus.FORBIDDEN);
			return;
		}
		String callSid = first(form, "CallSid");
		if (callSid == null || !CALL_SID.matcher(callSid).matches()) {
			refuse(response, HttpStatus.BAD_REQUEST);
			return;
		}
		answer(response, callSid, form);
	}

	private void answer(HttpServletResponse response, String callSid, Map<String, List<String>> form)
			throws IOException {
		String from = first(form, "From");
		String to = first(form, "To");
		Map<String, String> parameters = (to != null) ? Map.of("to", to) : Map.of();
		boolean admitted = this.lines.admits(new PhoneCaller(TwilioTickets.CARRIER, callSid, from, parameters));
		String verb = admitted ? this.tickets.connectOnce(callSid, from, parameters) : BUSY;
		response.setContentType(MediaType.TEXT_XML_VALUE);
		response.setCharacterEncoding(StandardCharsets.UTF_8.name());
		response.getWriter().write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>" + verb + "</Response>");
	}

	// Filters may have read the form already, so that only the container has it
	private static Map<String, List<String>> form(HttpServletRequest request, @Nullable String query) {
		Map<String, List<String>> inQuery = new LinkedHashMap<>();
		if (query != null) {
			UriComponentsBuilder.newInstance()
				.query(query)
				.build()
				.getQueryParams()
				.forEach((name, values) -> inQuery.put(UriUtils.decode(name, StandardCharsets.UTF_8), values));
		}
		Map<String, List<String>> form = new LinkedHashMap<>();
		request.getParameterMap().forEach((name, values) -> {
			int before = inQuery.getOrDefault(name, List.of()).size();
			if (values.length > before) {
				form.put(name, List.of(values).subList(before, values.length));
			}
		});
		return form;
	}

	private static @Nullable String first(Map<String, List<String>> form, String name) {
		List<String> values = form.get(name);
		return (values != null) ? values.get(0) : null;
	}

	// Strangers decide how often this happens
	private static void refuse(HttpServletResponse response, HttpStatus status) {
		logger.debug("A request of Twilio's voice webhook was refused with " + status.value());
		response.setStatus(status.value());
	}

}
