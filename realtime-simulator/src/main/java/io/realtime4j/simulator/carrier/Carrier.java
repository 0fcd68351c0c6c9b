package io.realtime4j.simulator.carrier;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import io.realtime4j.simulator.time.SystemTimeline;
import io.realtime4j.simulator.time.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * Simulated carrier, which calls an application without a telephone.
 *
 * @since 0.1.0
 */
public abstract class Carrier implements AutoCloseable {

	static final Duration TIMEOUT = Duration.ofSeconds(10);

	static final int SWITCHING_PROTOCOLS = 101;

	private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

	private final List<SimulatedPhoneCall> calls = new CopyOnWriteArrayList<>();

	private final Map<String, CompletableFuture<String>> targets = new ConcurrentHashMap<>();

	private final SystemTimeline timeline = new SystemTimeline();

	private final URI publicUrl;

	private volatile @Nullable URI application;

	Carrier(URI publicUrl) {
		this.publicUrl = publicUrl;
	}

	/**
	 * Set where the application is.
	 * @param application its address, such as {@code http://localhost:8080}
	 */
	public final void setApplication(URI application) {
		this.application = application;
	}

	/**
	 * Call the application.
	 * @param from the number of the caller
	 * @param to the number that is called
	 * @return the call, connected or refused
	 */
	public final SimulatedPhoneCall call(String from, String to) {
		SimulatedPhoneCall call = connect(from, to);
		this.calls.add(call);
		// The application may be faster than this
		target(call.callId()).thenAccept(call::transferred);
		return call;
	}

	abstract SimulatedPhoneCall connect(String from, String to);

	/**
	 * Send a request to the application.
	 */
	final HttpResponse<String> post(String path, String contentType, String body, Map<String, String> headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(application() + path))
			.timeout(TIMEOUT)
			.header("Content-Type", contentType)
			.POST(HttpRequest.BodyPublishers.ofString(body));
		headers.forEach(request::header);
		try {
			return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new IllegalStateException("The application does not answer", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while calling", ex);
		}
	}

	/**
	 * Return the local address of a public one.
	 */
	final URI local(String url) {
		String open = "wss" + this.publicUrl.toString().substring("https".length());
		if (!url.startsWith(open)) {
			throw new IllegalStateException("The stream leads to " + url + " and not to " + open);
		}
		return URI.create("ws" + application().toString().substring("http".length()) + url.substring(open.length()));
	}

	final URI application() {
		URI current = this.application;
		if (current == null) {
			throw new IllegalStateException("The carrier does not know where the application is");
		}
		return current;
	}

	final URI publicUrl() {
		return this.publicUrl;
	}

	final HttpClient client() {
		return this.client;
	}

	final Timeline timeline() {
		return this.timeline;
	}

	/**
	 * Set whether the REST API of the carrier is out of order, so that it carries out no
	 * command.
	 * @param out whether it is, {@code false} by default
	 */
	public void setApiOut(boolean out) {
		CarrierApi api = api();
		if (api == null) {
			throw new IllegalStateException("This carrier has no REST API");
		}
		api.setOut(out);
	}

	/**
	 * Return the REST API, or {@code null} if the carrier has none.
	 */
	@Nullable CarrierApi api() {
		return null;
	}

	/**
	 * Note that the application has transferred a call.
	 * @param callId the id of the call
	 * @param target whom to
	 */
	final void transferred(String callId, String target) {
		target(callId).complete(target);
	}

	private CompletableFuture<String> target(String callId) {
		return this.targets.computeIfAbsent(callId, (absent) -> new CompletableFuture<>());
	}

	/**
	 * End all calls.
	 */
	@Override
	public void close() {
		this.calls.forEach(SimulatedPhoneCall::hangUp);
		this.timeline.close();
	}

}
