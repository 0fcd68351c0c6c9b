package io.realtime4j.benchmarks.conversation;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.openai.client.okhttp.OkHttpClient;
import com.openai.core.ClientOptions;
import com.openai.core.ObjectMappers;
import com.openai.core.http.WebSocketWriteNotAttempted;
import com.openai.helpers.RealtimeConnection;
import com.openai.helpers.RealtimeWebSocketOptions;
import com.openai.models.realtime.RealtimeClientEvent;
import com.openai.models.realtime.RealtimeServerEvent;
import io.realtime4j.simulator.RealtimeSimulator;

/**
 * One connection of the official Java SDK. Every event is validated by the SDK, both
 * ways.
 */
final class OpenAiJavaConversation implements AutoCloseable {

	private static final long TIMEOUT_SECONDS = 20;

	private static final int RATE = 24000;

	private static final JsonMapper MAPPER = ObjectMappers.jsonMapper();

	private final OkHttpClient http = OkHttpClient.builder().build();

	private final RealtimeConnection connection;

	private final List<JsonNode> events = new ArrayList<>();

	// closed with the conversation
	@SuppressWarnings("MustBeClosedChecker")
	OpenAiJavaConversation(RealtimeSimulator simulator, RealtimeWebSocketOptions options) {
		ClientOptions client = ClientOptions.builder()
			.httpClient(this.http)
			.baseUrl(simulator.baseUrl().toString())
			.apiKey("sk-test-0123456789")
			.build();
		this.connection = RealtimeConnection.connect(client, options);
	}

	/**
	 * Open a conversation with a model.
	 * @param simulator the simulator
	 * @param settings the settings of the session, with single quotes in place of double
	 * quotes
	 * @return a conversation whose session is configured
	 */
	static OpenAiJavaConversation open(RealtimeSimulator simulator, String settings) {
		OpenAiJavaConversation conversation = new OpenAiJavaConversation(simulator,
				RealtimeWebSocketOptions.builder().model("gpt-realtime").build());
		conversation.await("session.created");
		conversation.send("{'type':'session.update','session':" + settings + "}");
		conversation.await("session.updated");
		return conversation;
	}

	/**
	 * Send an event.
	 * @param json the event, with single quotes in place of double quotes
	 */
	void send(String json) {
		try {
			RealtimeClientEvent event = MAPPER.readValue(json.replace('\'', '"'), RealtimeClientEvent.class).validate();
			while (!trySend(event)) {
				Thread.onSpinWait();
			}
		}
		catch (JsonProcessingException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	/**
	 * The SDK holds one message at a time, and refuses the next until it has left.
	 */
	private boolean trySend(RealtimeClientEvent event) {
		try {
			this.connection.send(event);
			return true;
		}
		catch (WebSocketWriteNotAttempted.Busy ex) {
			return false;
		}
	}

	void say(String text) {
		send("{'type':'conversation.item.create','item':{'type':'message','role':'user','content':[{'type':'input_text',"
				+ "'text':'" + text + "'}]}}");
	}

	/**
	 * Speak for a second between silences.
	 */
	void speak() {
		for (int tenth = 0; tenth < 30; tenth++) {
			byte[] pcm = new byte[RATE / 5];
			for (int i = 0; i < pcm.length / 2 && tenth >= 5 && tenth < 15; i++) {
				int sample = (int) (8000 * Math.sin(2 * Math.PI * 300 * i / RATE));
				pcm[2 * i] = (byte) sample;
				pcm[2 * i + 1] = (byte) (sample >> 8);
			}
			send("{'type':'input_audio_buffer.append','audio':'" + Base64.getEncoder().encodeToString(pcm) + "'}");
		}
	}

	/**
	 * Ask for a response and wait for its end.
	 * @return the response
	 */
	JsonNode answer() {
		send("{'type':'response.create'}");
		return await("response.done").path("response");
	}

	/**
	 * Wait for an event.
	 * @param type its wire type
	 * @return the next event of the type
	 */
	JsonNode await(String type) {
		return await((event) -> type.equals(event.path("type").asText()));
	}

	JsonNode await(Predicate<JsonNode> predicate) {
		while (true) {
			JsonNode event = receive();
			this.events.add(event);
			if (predicate.test(event)) {
				return event;
			}
		}
	}

	List<JsonNode> all(String type) {
		return this.events.stream().filter((event) -> type.equals(event.path("type").asText())).toList();
	}

	@Override
	public void close() {
		this.connection.close();
		this.http.close();
	}

	private JsonNode receive() {
		try {
			RealtimeServerEvent event = this.connection.receiveAsync().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
			return MAPPER.valueToTree(event.validate());
		}
		catch (TimeoutException ex) {
			throw new AssertionError("Nothing came after " + this.events, ex);
		}
		catch (ExecutionException ex) {
			throw new AssertionError("The connection failed after " + this.events, ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
