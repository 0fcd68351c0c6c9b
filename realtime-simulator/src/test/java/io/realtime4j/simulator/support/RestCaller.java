package io.realtime4j.simulator.support;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import io.realtime4j.simulator.RealtimeSimulator;
import io.realtime4j.simulator.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * Calls the simulator over HTTP with the client of the JDK.
 */
public final class RestCaller {

	private final HttpClient http = HttpClient.newHttpClient();

	private final RealtimeSimulator simulator;

	private final String key;

	public RestCaller(RealtimeSimulator simulator, String key) {
		this.simulator = simulator;
		this.key = key;
	}

	/**
	 * Post a JSON body.
	 * @param path the path after the root of the API
	 * @param json the body, with single quotes in place of double quotes
	 * @return the response
	 */
	public HttpResponse<String> post(String path, String json) {
		return post(path, "application/json", json.replace('\'', '"'));
	}

	public HttpResponse<String> post(String path, String contentType, String body) {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.simulator.baseUrl() + path))
			.header("Authorization", "Bearer " + this.key)
			.header("Content-Type", contentType)
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build();
		try {
			return this.http.send(request, HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public ObjectNode postJson(String path, String json) {
		HttpResponse<String> response = post(path, json);
		if (response.statusCode() != 200) {
			throw new AssertionError(response.statusCode() + " " + response.body());
		}
		return Json.parse(response.body());
	}

	public static ObjectNode error(HttpResponse<String> response) {
		return (ObjectNode) Json.parse(response.body()).path("error");
	}

}
