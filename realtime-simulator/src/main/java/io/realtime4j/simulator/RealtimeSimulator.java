package io.realtime4j.simulator;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import io.realtime4j.simulator.connection.Latency;
import io.realtime4j.simulator.connection.ScriptStep;
import io.realtime4j.simulator.connection.SimulatorConnection;
import io.realtime4j.simulator.connection.SimulatorScript;
import io.realtime4j.simulator.ears.SimulatorEars;
import io.realtime4j.simulator.ears.StandardEars;
import io.realtime4j.simulator.model.ModelReply;
import io.realtime4j.simulator.rest.SimulatedCall;
import io.realtime4j.simulator.server.EmbeddedServer;
import io.realtime4j.simulator.session.SessionRefusal;
import io.realtime4j.simulator.session.SessionScript;

/**
 * Embedded server that implements the Realtime protocol as the service does: for
 * development without a key, and for tests without the network. <pre class="code">
 * try (RealtimeSimulator own = RealtimeSimulator.builder().start()) {
 *     own.nextResponse("Good morning.");
 *     System.out.println("realtime.base-url=" + own.url());
 * }
 * </pre>
 */
public final class RealtimeSimulator implements AutoCloseable {

	private final String host;

	private final EmbeddedServer server;

	private final SessionScript script;

	private final Runnable afterClose;

	private final AtomicBoolean closed = new AtomicBoolean();

	RealtimeSimulator(String host, EmbeddedServer server, SessionScript script, Runnable afterClose) {
		this.host = host;
		this.server = server;
		this.script = script;
		this.afterClose = afterClose;
	}

	/**
	 * Return a builder.
	 * @return a builder with the defaults
	 */
	public static RealtimeSimulatorBuilder builder() {
		return new RealtimeSimulatorBuilder();
	}

	/**
	 * Return the address of the WebSocket endpoint.
	 * @return an address such as {@code ws://127.0.0.1:8123/v1/realtime}
	 */
	public URI url() {
		return address("ws", "/v1/realtime");
	}

	/**
	 * Return the root of the API.
	 * @return an address such as {@code http://127.0.0.1:8123/v1}
	 */
	public URI baseUrl() {
		return address("http", "/v1");
	}

	/**
	 * Return the port.
	 * @return the port that the simulator listens on
	 */
	public int port() {
		return this.server.port();
	}

	/**
	 * Return the connections, open and closed.
	 * @return the connections, oldest first
	 */
	public List<SimulatorConnection> connections() {
		return this.server.connections().all();
	}

	/**
	 * Wait for a connection.
	 * @param number the number of the connection since the start, 1 for the first
	 * @param timeout how long to wait
	 * @return the connection
	 * @throws IllegalStateException if it did not come in time
	 */
	public SimulatorConnection awaitConnection(int number, Duration timeout) {
		return this.server.connections().await(number, timeout);
	}

	/**
	 * Use this reply for the next response of any session, instead of that of the model.
	 * Several calls answer several responses, in order.
	 * @param reply what to answer
	 */
	public void nextResponse(ModelReply reply) {
		this.script.addReply(reply);
	}

	/**
	 * Use this text for the next response of any session, instead of the reply of the
	 * model.
	 * @param text what to say
	 */
	public void nextResponse(String text) {
		nextResponse(ModelReply.text(text));
	}

	/**
	 * Use this transcript for the next spoken turn of any session.
	 * @param words what the user says
	 */
	public void nextTranscript(String words) {
		this.script.addTranscript(words);
	}

	/**
	 * Answer the questions of the next decision of any live session so: of the first one
	 * that asks any of them, whether the client asks for it, the model delegates it, or
	 * something that is said triggers it. Questions that are not named are answered by
	 * their first choice, or without a preference.
	 * @param answers the answers by the names of the questions: a text or a boolean for a
	 * choice, a boolean or a probability for a predicate, a number for a score, where the
	 * first level is 0, and {@link java.util.Optional#empty()} where the model refuses to
	 * answer
	 */
	public void nextDecision(Map<String, ?> answers) {
		this.script.addDecision(answers);
	}

	/**
	 * Run a script when certain events pass, such as
	 * {@code afterSent("response.output_audio.delta").times(3).cut()}. The steps happen
	 * in order, each once, to whichever connection reaches their moment; several scripts
	 * run side by side.
	 * @param steps what happens
	 * @return a handle to wait for the end of the script
	 */
	public SimulatorScript script(ScriptStep... steps) {
		return this.server.script().add(List.of(steps));
	}

	/**
	 * Set the lifetime of the next session that is opened, and only of that. Several
	 * calls are for several sessions, in order.
	 * @param lifetime how long, as {@code expires_at} of the session says in whole
	 * seconds
	 */
	public void nextSessionLifetime(Duration lifetime) {
		this.script.addLifetime(lifetime);
	}

	/**
	 * Set the latency of all messages to clients, on open and on future connections.
	 * @param latency how long they are under way
	 */
	public void setLatency(Latency latency) {
		this.server.script().setLatency(latency);
		connections().forEach((connection) -> connection.setLatency(latency));
	}

	/**
	 * Leave out all events of these types from now on, on all connections, as servers do
	 * that say less than the service. They are as if they had been lost: everything else
	 * goes on.
	 * @param types the wire types as clients read them, such as {@code response.done};
	 * none to say all again
	 */
	public void leaveOut(String... types) {
		Set<String> unsaid = Set.of(types);
		this.server.script().leaveOut(unsaid::contains);
	}

	/**
	 * Leave these members out of all events from now on, on all connections, as servers
	 * do that name less than the service. The events themselves go on.
	 * @param paths the names of the members, such as {@code item_id}; dots lead into
	 * objects and into each element of arrays, as in {@code response.output.id}; none to
	 * say all again
	 */
	public void leaveOutMembers(String... paths) {
		this.server.script().leaveOutMembers(List.of(paths));
	}

	/**
	 * Send no events from now on, on any connection, until {@link #leaveOut} or
	 * {@link #reset()} end that. Connections stay open and pings are answered.
	 */
	public void fallSilent() {
		this.server.script().leaveOut((type) -> true);
	}

	/**
	 * Answer the next handshakes late, whether they are refused or not.
	 * @param count how many
	 * @param delay how late
	 */
	public void delayHandshakes(int count, Duration delay) {
		for (int i = 0; i < count; i++) {
			this.server.handshakes().delay(delay);
		}
	}

	/**
	 * Refuse the next requests over HTTP, such as those for client secrets.
	 * @param count how many
	 * @param status the HTTP status
	 */
	public void refuseRequests(int count, int status) {
		for (int i = 0; i < count; i++) {
			this.server.requests().refuse(status, null);
		}
	}

	/**
	 * Send webhooks to an application, signed as the service signs them.
	 * @param endpoint the address that takes them
	 * @param secret the secret, which begins with {@code whsec_}
	 */
	public void sendWebhooks(URI endpoint, String secret) {
		this.server.calls().sendWebhooks(endpoint, secret);
	}

	/**
	 * Let a call come in that waits to be accepted, as one over SIP does, and send its
	 * webhooks, one for each protocol family, if {@link #sendWebhooks} said where to.
	 * @return the call
	 */
	public SimulatedCall ring() {
		return ring(Map.of("From", "<sip:+14155550100@sip.example.com>", "To", "<sip:proj_test@sip.example.com>"));
	}

	/**
	 * Let a call come in that waits to be accepted, as one over SIP does, and send its
	 * webhooks, one for each protocol family, if {@link #sendWebhooks} said where to.
	 * @param sipHeaders the headers of the SIP request
	 * @return the call
	 */
	public SimulatedCall ring(Map<String, String> sipHeaders) {
		return this.server.calls().ring(sipHeaders);
	}

	/**
	 * Return the calls, including those that have ended.
	 * @return the calls, oldest first
	 */
	public List<SimulatedCall> calls() {
		return this.server.calls().all();
	}

	/**
	 * Refuse the next sessions after their handshake, by an error and a close code.
	 * @param count how many
	 * @param refusal why
	 */
	public void refuseSessions(int count, SessionRefusal refusal) {
		for (int i = 0; i < count; i++) {
			this.script.addRefusal(refusal);
		}
	}

	/**
	 * Refuse the next handshakes.
	 * @param count how many
	 * @param status the HTTP status
	 */
	public void refuseHandshakes(int count, int status) {
		for (int i = 0; i < count; i++) {
			this.server.handshakes().refuse(status, null);
		}
	}

	/**
	 * Refuse the next handshakes, and say when to try again.
	 * @param count how many
	 * @param status the HTTP status
	 * @param retryAfter the value of {@code Retry-After}, sent in whole seconds
	 */
	public void refuseHandshakes(int count, int status, Duration retryAfter) {
		for (int i = 0; i < count; i++) {
			this.server.handshakes().refuse(status, retryAfter.toSeconds());
		}
	}

	/**
	 * Remove everything that was scripted and did not happen yet, for the next test.
	 * Connections stay open.
	 */
	public void reset() {
		this.script.clear();
		this.server.forgetScripts();
	}

	/**
	 * Close the connections and stop listening; has no effect the second time.
	 */
	@Override
	public void close() {
		if (!this.closed.compareAndSet(false, true)) {
			return;
		}
		try {
			this.server.close();
		}
		finally {
			this.afterClose.run();
		}
	}

	/**
	 * Serve until the program is killed.
	 * @param args {@code --port=N}, 0 or none for any, {@code --host=H} and
	 * {@code --help}
	 * @throws InterruptedException if the main thread is interrupted
	 */
	public static void main(String[] args) throws InterruptedException {
		ProgramOptions options;
		try {
			options = ProgramOptions.of(args);
		}
		catch (IllegalArgumentException ex) {
			System.err.println(ex.getMessage() + System.lineSeparator() + ProgramOptions.USAGE);
			System.exit(2);
			return;
		}
		if (options.help()) {
			System.out.println(ProgramOptions.USAGE);
			return;
		}
		SimulatorEars ears = StandardEars.create();
		RealtimeSimulator simulator = builder().recordedEvents(0)
			.ears(ears)
			.port(options.port())
			.host(options.host())
			.start();
		Runtime.getRuntime().addShutdownHook(new Thread(() -> {
			simulator.close();
			ears.close();
		}));
		System.out.println(simulator.url());
		new CountDownLatch(1).await();
	}

	private URI address(String scheme, String path) {
		String name = ("0.0.0.0".equals(this.host)) ? "127.0.0.1" : this.host.toLowerCase(Locale.ROOT);
		return URI.create(scheme + "://" + ((name.contains(":")) ? "[" + name + "]" : name) + ":" + port() + path);
	}

}
