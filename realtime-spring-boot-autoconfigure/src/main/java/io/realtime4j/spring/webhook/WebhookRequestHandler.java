package io.realtime4j.spring.webhook;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.HttpRequestMethodNotSupportedException;

/**
 * Handler for webhooks in servlet applications.
 *
 * @since 0.1.0
 */
public final class WebhookRequestHandler implements HttpRequestHandler {

	private final WebhookReceiver<?> receiver;

	/**
	 * Create a handler.
	 * @param receiver receives the webhooks
	 */
	public WebhookRequestHandler(WebhookReceiver<?> receiver) {
		this.receiver = receiver;
	}

	@Override
	public void handleRequest(HttpServletRequest request, HttpServletResponse response)
			throws IOException, HttpRequestMethodNotSupportedException {
		if (!HttpMethod.POST.matches(request.getMethod())) {
			throw new HttpRequestMethodNotSupportedException(request.getMethod(), List.of(HttpMethod.POST.name()));
		}
		byte[] body = request.getInputStream().readNBytes(this.receiver.maxSize() + 1);
		HttpStatus status = this.receiver.receive(request::getHeader, body);
		response.setStatus(status.value());
	}

}
