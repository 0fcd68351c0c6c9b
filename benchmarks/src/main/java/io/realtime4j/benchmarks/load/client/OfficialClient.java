package io.realtime4j.benchmarks.load.client;

import java.net.URI;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import com.openai.client.okhttp.OkHttpClient;
import com.openai.core.ClientOptions;
import com.openai.helpers.RealtimeConnection;
import com.openai.helpers.RealtimeWebSocketOptions;
import com.openai.models.realtime.RealtimeClientEvent;
import com.openai.models.realtime.RealtimeServerEvent;
import com.openai.models.realtime.ResponseCreateEvent;
import org.jspecify.annotations.Nullable;

/**
 * The official client: its connection, and a thread that loops over {@code receive()}.
 */
final class OfficialClient implements LoadClient {

	private final ClientOptions options;

	private final OkHttpClient httpClient = OkHttpClient.builder().build();

	private final Consumer<RealtimeServerEvent> events;

	private @Nullable RealtimeConnection connection;

	/**
	 * Create a client.
	 * @param baseUrl the root of the API
	 * @param events takes each event on the thread that receives
	 */
	OfficialClient(URI baseUrl, Consumer<RealtimeServerEvent> events) {
		this.options = ClientOptions.builder()
			.httpClient(this.httpClient)
			.baseUrl(baseUrl.toString())
			.apiKey("not-a-key")
			.build();
		this.events = events;
	}

	@Override
	public void open(int count) {
		if (count != 1) {
			throw new IllegalArgumentException("One session is enough for this client");
		}
		CompletableFuture<RealtimeConnection> opened = new CompletableFuture<>();
		Thread receiver = new Thread(() -> receive(opened), "receive");
		receiver.setDaemon(true);
		receiver.start();
		this.connection = opened.join();
	}

	private void receive(CompletableFuture<RealtimeConnection> opened) {
		RealtimeWebSocketOptions webSocket = RealtimeWebSocketOptions.builder().model("gpt-realtime").build();
		try (RealtimeConnection current = RealtimeConnection.connect(this.options, webSocket)) {
			opened.complete(current);
			while (true) {
				this.events.accept(current.receive());
			}
		}
		catch (CancellationException ex) {
			// It was closed
		}
		catch (RuntimeException ex) {
			opened.completeExceptionally(ex);
		}
	}

	@Override
	public void request() {
		RealtimeConnection current = this.connection;
		if (current != null) {
			current.send(RealtimeClientEvent.ofResponseCreate(ResponseCreateEvent.builder().build()));
		}
	}

	@Override
	public void closeSessions() {
		RealtimeConnection current = this.connection;
		this.connection = null;
		if (current != null) {
			current.close();
		}
	}

	@Override
	public void close() {
		closeSessions();
		this.httpClient.close();
	}

}
