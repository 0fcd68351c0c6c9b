package io.realtime4j.sample.page;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a page in a browser does.
 */
final class PageClient implements AutoCloseable {

	private static final JsonMapper JSON = new JsonMapper();

	private final HttpClient client = HttpClient.newHttpClient();

	private final List<Message> messages = new ArrayList<>();

	private final Stream<String> stream;

	private final String address;

	private String event = "";

	PageClient(int port) throws IOException, InterruptedException {
		this.address = "http://127.0.0.1:" + port + "/desk/";
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.address + "events")).build();
		this.stream = this.client.send(request, HttpResponse.BodyHandlers.ofLines()).body();
		Thread reader = new Thread(this::read, "page");
		reader.setDaemon(true);
		reader.start();
	}

	private void read() {
		try {
			this.stream.forEach(this::line);
		}
		catch (RuntimeException ex) {
			// the stream was closed
		}
	}

	private void line(String line) {
		if (line.startsWith("event:")) {
			this.event = line.substring("event:".length());
		}
		else if (line.startsWith("data:")) {
			Message message = new Message(this.event, JSON.readTree(line.substring("data:".length())));
			synchronized (this.messages) {
				this.messages.add(message);
			}
		}
	}

	List<JsonNode> seen(String event) {
		synchronized (this.messages) {
			return this.messages.stream()
				.filter((message) -> message.event().equals(event))
				.map(Message::data)
				.toList();
		}
	}

	List<String> types() {
		return seen("event").stream().map((row) -> row.path("type").asString()).toList();
	}

	HttpResponse<String> post(String path, String type, byte[] body) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.address + path))
			.header("Content-Type", type)
			.POST(HttpRequest.BodyPublishers.ofByteArray(body))
			.build();
		return this.client.send(request, HttpResponse.BodyHandlers.ofString());
	}

	HttpResponse<String> postJson(String path, Object body) throws IOException, InterruptedException {
		return post(path, "application/json", JSON.writeValueAsBytes(body));
	}

	@Override
	public void close() {
		this.stream.close();
	}

	private record Message(String event, JsonNode data) {

	}

}
