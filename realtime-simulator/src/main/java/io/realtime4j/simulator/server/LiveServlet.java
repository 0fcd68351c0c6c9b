package io.realtime4j.simulator.server;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Takes what clients ask of live sessions: to begin one or to attach to one by a
 * WebSocket, and over HTTP what they do with calls.
 */
final class LiveServlet extends HttpServlet {

	private static final long serialVersionUID = 1L;

	private static final String ATTACH = "/[^/]+/attach";

	private final transient HttpServlet sockets;

	private final transient HttpServlet calls;

	private final transient HttpServlet unknown = new UnknownPathServlet();

	LiveServlet(HttpServlet sockets, HttpServlet calls) {
		this.sockets = sockets;
		this.calls = calls;
	}

	@Override
	protected void service(HttpServletRequest request, HttpServletResponse response)
			throws ServletException, IOException {
		String path = request.getPathInfo();
		if ("POST".equals(request.getMethod())) {
			this.calls.service(request, response);
		}
		else if (path == null || path.matches(ATTACH)) {
			this.sockets.service(request, response);
		}
		else {
			this.unknown.service(request, response);
		}
	}

}
