package io.realtime4j.simulator.server;

import java.io.IOException;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Refuses requests to paths that the service does not have.
 */
final class UnknownPathServlet extends HttpServlet {

	private static final long serialVersionUID = 1L;

	private static final int NOT_FOUND = 404;

	@Override
	protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
		HttpErrors.send(response, NOT_FOUND, "invalid_request_error", null,
				"Invalid URL (" + request.getMethod() + " " + request.getRequestURI() + ")");
	}

}
