package io.realtime4j.session;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

import io.realtime4j.transport.ConnectionListener;
import io.realtime4j.transport.ConnectionRequest;
import io.realtime4j.transport.RealtimeTransport;

/**
 * A transport without a network: it notes what sessions ask of it, and a test says what
 * becomes of that. Of credentials it notes only whether they were there.
 */
public class ScriptedTransport implements RealtimeTransport {

	private final List<Attempt> attempts = Collections.synchronizedList(new ArrayList<>());

	private final List<ScriptedConnection> connections = Collections.synchronizedList(new ArrayList<>());

	private volatile Consumer<ScriptedConnection> script = (connection) -> {
	};

	private volatile ServerVoice voice = ServerVoice.full();

	/**
	 * Set what happens inside of each attempt to connect.
	 */
	public ScriptedTransport onConnect(Consumer<ScriptedConnection> script) {
		this.script = script;
		return this;
	}

	/**
	 * Set how much the server says from now on, over all connections.
	 */
	public ScriptedTransport voice(ServerVoice voice) {
		this.voice = voice;
		this.connections.forEach((connection) -> connection.voice(voice));
		return this;
	}

	/**
	 * Let the network take what it holds back, now and later.
	 */
	public void releaseSends() {
		this.connections.forEach(ScriptedConnection::releaseSends);
	}

	@Override
	public void connect(ConnectionRequest request, ConnectionListener listener) {
		ScriptedConnection connection = new ScriptedConnection(listener).voice(this.voice);
		this.attempts.add(Attempt.of(request));
		this.connections.add(connection);
		this.script.accept(connection);
	}

	public List<Attempt> attempts() {
		return List.copyOf(this.attempts);
	}

	public Attempt attempt(int index) {
		return at("attempt", this.attempts, index);
	}

	public ScriptedConnection connection(int index) {
		return at("connection", this.connections, index);
	}

	public ScriptedConnection connection() {
		if (this.connections.size() != 1) {
			throw new AssertionError("expected one attempt to connect but there were " + this.connections.size());
		}
		return this.connections.get(0);
	}

	private static <T> T at(String what, List<T> list, int index) {
		if (index >= list.size()) {
			throw new AssertionError(what + "[" + index + "]: expected but there were only " + list.size());
		}
		return list.get(index);
	}

	/**
	 * An attempt to connect, without secrets.
	 */
	public record Attempt(URI uri, Set<String> headerNames, boolean credentialsGiven, List<String> subprotocols,
			Duration timeout) {

		private static Attempt of(ConnectionRequest request) {
			boolean credentials = request.headers()
				.keySet()
				.stream()
				.anyMatch((name) -> name.equalsIgnoreCase("Authorization") || name.equalsIgnoreCase("api-key"));
			return new Attempt(request.uri(), new TreeSet<>(request.headers().keySet()), credentials,
					request.subprotocols(), request.timeout());
		}

	}

}
