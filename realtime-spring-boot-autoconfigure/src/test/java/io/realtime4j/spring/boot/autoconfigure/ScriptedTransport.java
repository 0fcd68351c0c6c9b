package io.realtime4j.spring.boot.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

import io.realtime4j.spring.service.ServiceVoice;
import io.realtime4j.transport.Closed;
import io.realtime4j.transport.ConnectionEnd;
import io.realtime4j.transport.ConnectionListener;
import io.realtime4j.transport.ConnectionRequest;
import io.realtime4j.transport.RealtimeTransport;
import io.realtime4j.transport.TransportConnection;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A transport without a network that tests play the server of: nothing happens unless
 * they say so.
 */
class ScriptedTransport implements RealtimeTransport {

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private final List<ScriptedConnection> connections = Collections.synchronizedList(new ArrayList<>());

	private final @Nullable ConnectionEnd refusal;

	private final boolean opening;

	ScriptedTransport(boolean opening, @Nullable ConnectionEnd refusal) {
		this.opening = opening;
		this.refusal = refusal;
	}

	/**
	 * Return a transport that only records.
	 * @return the transport
	 */
	static ScriptedTransport silent() {
		return new ScriptedTransport(false, null);
	}

	/**
	 * Return a transport whose server plays the opening sequence and the closing.
	 * @return the transport
	 */
	static ScriptedTransport opening() {
		return new ScriptedTransport(true, null);
	}

	/**
	 * Return a transport whose connections do not come about.
	 * @param end why not
	 * @return the transport
	 */
	static ScriptedTransport refusing(ConnectionEnd end) {
		return new ScriptedTransport(false, end);
	}

	@Override
	public void connect(ConnectionRequest request, ConnectionListener listener) {
		ScriptedConnection connection = new ScriptedConnection(request, listener, this.opening);
		this.connections.add(connection);
		if (this.refusal != null) {
			listener.onEnd(this.refusal);
		}
		else if (this.opening) {
			listener.onOpen(connection);
			if (request.uri().getPath().contains(LiveTalk.PATH)) {
				// There the client speaks first
				return;
			}
			connection.receive("""
					{"type":"session.created","event_id":"event_1","session":{"type":"realtime",
					"object":"realtime.session","id":"sess_1","model":"gpt-realtime"}}""");
		}
	}

	List<ScriptedConnection> connections() {
		return List.copyOf(this.connections);
	}

	ScriptedConnection connection() {
		if (this.connections.isEmpty()) {
			await().atMost(TIMEOUT).until(() -> !this.connections.isEmpty());
		}
		assertThat(this.connections).hasSize(1);
		return this.connections.get(0);
	}

	/**
	 * A connection of which tests see what is sent and say what is received.
	 */
	static final class ScriptedConnection implements TransportConnection {

		private final List<String> sent = Collections.synchronizedList(new ArrayList<>());

		private final ConnectionRequest request;

		private final ConnectionListener listener;

		private final boolean opening;

		private volatile boolean closing = true;

		private volatile ServiceVoice voice = ServiceVoice.ALL;

		private volatile Consumer<String> answers = (text) -> {
		};

		private ScriptedConnection(ConnectionRequest request, ConnectionListener listener, boolean opening) {
			this.request = request;
			this.listener = listener;
			this.opening = opening;
		}

		ConnectionRequest request() {
			return this.request;
		}

		List<String> sent() {
			return List.copyOf(this.sent);
		}

		/**
		 * Answer whatever will be sent.
		 * @param answers is given each text, and may say something
		 */
		void answer(Consumer<String> answers) {
			this.answers = answers;
		}

		/**
		 * Do not answer when the session is closed.
		 */
		void doNotClose() {
			this.closing = false;
		}

		void closeAtLast() {
			this.closing = true;
			close(1000, "");
		}

		void open() {
			this.listener.onOpen(this);
		}

		/**
		 * Let the service say an event, as far as it says it.
		 * @param json the event
		 */
		void receive(String json) {
			String said = this.voice.say(json);
			if (said != null) {
				this.listener.onText(said);
			}
		}

		void receive(List<String> events) {
			events.forEach(this::receive);
		}

		/**
		 * Set how much the service says from now on.
		 * @param voice the voice
		 */
		void voice(ServiceVoice voice) {
			this.voice = voice;
		}

		@Override
		public CompletionStage<Void> send(String text) {
			this.sent.add(text);
			if (this.opening && text.contains("\"session.update\"")) {
				receive("""
						{"type":"session.updated","event_id":"event_2","session":{"type":"realtime",
						"object":"realtime.session","id":"sess_1","model":"gpt-realtime"}}""");
			}
			if (this.opening && this.closing && text.contains("\"session.close\"")) {
				receive("{\"type\":\"session.closed\",\"event_id\":\"event_3\"}");
			}
			if (this.opening) {
				receive(LiveTalk.answers(text));
			}
			this.answers.accept(text);
			return CompletableFuture.completedFuture(null);
		}

		@Override
		public void ping() {
		}

		@Override
		public void suspendReading() {
		}

		@Override
		public void resumeReading() {
		}

		@Override
		public void close(int code, String reason) {
			if (this.opening && this.closing) {
				this.listener.onEnd(new Closed(code, reason));
			}
		}

		@Override
		public void abort() {
		}

	}

}
