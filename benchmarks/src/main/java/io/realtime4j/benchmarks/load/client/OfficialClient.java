package io.realtime4j.benchmarks.load.client;

import java.net.URI;
import java.util.concurrent.CancellationException;
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
		RealtimeConnection opened = RealtimeConnection.connect(this.options,
				RealtimeWebSocketOptions.builder().model("gpt-realtime").build());
		this.connection = opened;
		Thread receiver = new Thread(() -> receive(opened), "receive");
		receiver.setDaemon(true);
		receiver.start();
	}

	private void receive(RealtimeConnection opened) {
		try {
			while (true) {
				this.events.accept(opened.receive());
			}
		}
		catch (CancellationException ex) {
			// It was closed
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
