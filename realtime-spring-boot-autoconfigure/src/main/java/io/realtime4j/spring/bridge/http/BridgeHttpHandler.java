package io.realtime4j.spring.bridge.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import io.realtime4j.session.context.SessionNotAdmittedException;
import io.realtime4j.spring.bridge.BridgeConnection;
import io.realtime4j.spring.rest.RealtimeRestException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.HttpRequestMethodNotSupportedException;

/**
 * Takes what pages post to the bridge. A page of another origin is refused, and so is one
 * whose user asks too often.
 */
abstract class BridgeHttpHandler implements HttpRequestHandler {

	private static final Log logger = LogFactory.getLog(BridgeHttpHandler.class);

	private final PostRules rules;

	BridgeHttpHandler(PostRules rules) {
		this.rules = rules;
	}

	/**
	 * Answer a request.
	 * @param who who asks
	 * @param request the request
	 * @param response the response
	 * @throws IOException if the connection fails
	 */
	abstract void handle(BridgeConnection who, HttpServletRequest request, HttpServletResponse response)
			throws IOException;

	@Override
	public final void handleRequest(HttpServletRequest request, HttpServletResponse response)
			throws IOException, HttpRequestMethodNotSupportedException {
		if (!HttpMethod.POST.matches(request.getMethod())) {
			throw new HttpRequestMethodNotSupportedException(request.getMethod(), Set.of("POST"));
		}
		if (!this.rules.access().allowPost(request)) {
			response.sendError(HttpStatus.FORBIDDEN.value());
			return;
		}
		response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
		BridgeConnection who = BridgeConnection.of(request);
		if (!this.rules.rate().take(who.user())) {
			response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(this.rules.rate().period().toSeconds()));
			response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
			return;
		}
		try {
			handle(who, request, response);
		}
		catch (SessionNotAdmittedException ex) {
			logger.debug("Refused " + who + ": " + ex.getMessage());
			response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
		}
		catch (RealtimeRestException ex) {
			// What the service says is for the owner of the key
			logger.warn("Refused " + who + ": " + ex.getMessage());
			response.sendError(HttpStatus.BAD_GATEWAY.value());
		}
	}

	/**
	 * Write the body of an answer.
	 * @param response the response
	 * @param contentType the type of the body
	 * @param body the body
	 * @throws IOException if the connection fails
	 */
	static void write(HttpServletResponse response, String contentType, String body) throws IOException {
		byte[] content = body.getBytes(StandardCharsets.UTF_8);
		response.setContentType(contentType);
		response.setContentLength(content.length);
		response.getOutputStream().write(content);
	}

}
