package io.realtime4j.session;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import io.realtime4j.transport.Closed;
import io.realtime4j.transport.ConnectionEnd;
import io.realtime4j.transport.ConnectionListener;
import io.realtime4j.transport.TransportConnection;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A connection whose other side is a test. What is sent is checked in order by
 * {@link #expect}; what is asked of the connection besides is in {@link #calls}.
 */
public class ScriptedConnection implements TransportConnection {

	private final ConnectionListener listener;

	private final List<String> sent = Collections.synchronizedList(new ArrayList<>());

	private final List<String> calls = Collections.synchronizedList(new ArrayList<>());

	private final Deque<CompletableFuture<@Nullable Void>> held = new ArrayDeque<>();

	private final AtomicBoolean inFlight = new AtomicBoolean();

	private volatile boolean overlapped;

	private volatile boolean holding;

	private volatile @Nullable RuntimeException thrown;

	private volatile @Nullable Throwable failure;

	private volatile Consumer<JsonNode> onSend = (event) -> {
	};

	private volatile ServerVoice voice = ServerVoice.full();

	private int checked;

	public ScriptedConnection(ConnectionListener listener) {
		this.listener = listener;
	}

	// What the network does

	public ScriptedConnection accept() {
		this.listener.onOpen(this);
		return this;
	}

	public ScriptedConnection receive(String... texts) {
		for (String text : texts) {
			String said = this.voice.say(text);
			if (said != null) {
				this.listener.onActivity();
				this.listener.onText(said);
			}
		}
		return this;
	}

	/**
	 * Set how much the server says from now on of what {@link #receive} is given.
	 */
	public ScriptedConnection voice(ServerVoice voice) {
		this.voice = voice;
		return this;
	}

	public void receiveBinary(int size) {
		this.listener.onActivity();
		this.listener.onBinary(size);
	}

	public void activity() {
		this.listener.onActivity();
	}

	public void end(ConnectionEnd end) {
		this.listener.onEnd(end);
	}

	public void closed() {
		end(new Closed(1000, "OK"));
	}

	// How sends go

	public void holdSends() {
		this.holding = true;
	}

	public void completeSend() {
		CompletableFuture<@Nullable Void> next;
		synchronized (this.held) {
			next = this.held.poll();
		}
		if (next == null) {
			throw new AssertionError("expected a send in flight but there was none after " + types());
		}
		this.inFlight.set(false);
		next.complete(null);
	}

	public void releaseSends() {
		this.holding = false;
		while (inFlight()) {
			completeSend();
		}
	}

	public void failSends(Throwable failure) {
		this.failure = failure;
	}

	public void throwOnSend(RuntimeException thrown) {
		this.thrown = thrown;
	}

	public void onSend(Consumer<JsonNode> onSend) {
		this.onSend = onSend;
	}

	// What was asked

	/**
	 * Take the next text that was sent, which must be an event of this type.
	 */
	public JsonNode expect(String type) {
		int index = this.checked++;
		if (index >= this.sent.size()) {
			throw new AssertionError(
					"sent[" + index + "]: expected " + type + " but nothing more was sent: " + types());
		}
		JsonNode event = json(this.sent.get(index));
		if (!event.path("type").asString().equals(type)) {
			throw new AssertionError("sent[" + index + "]: expected " + type + " but was " + this.sent.get(index));
		}
		return event;
	}

	/**
	 * Take all that was sent, whatever it is.
	 */
	public void skip() {
		this.checked = this.sent.size();
	}

	public void expectNothingMore() {
		if (this.sent.size() > this.checked) {
			throw new AssertionError("sent[" + this.checked + "]: expected nothing but was "
					+ this.sent.get(this.checked) + ", of " + types());
		}
	}

	public List<String> sent() {
		synchronized (this.sent) {
			return List.copyOf(this.sent);
		}
	}

	public List<String> types() {
		return sent().stream().map((text) -> json(text).path("type").asString()).toList();
	}

	public List<String> calls() {
		synchronized (this.calls) {
			return List.copyOf(this.calls);
		}
	}

	public boolean inFlight() {
		synchronized (this.held) {
			return !this.held.isEmpty();
		}
	}

	public boolean overlapped() {
		return this.overlapped;
	}

	private static JsonNode json(String text) {
		return JsonMapper.shared().readTree(text);
	}

	@Override
	public CompletionStage<@Nullable Void> send(String text) {
		if (this.thrown != null) {
			throw this.thrown;
		}
		if (!this.inFlight.compareAndSet(false, true)) {
			this.overlapped = true;
		}
		if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
			throw new AssertionError("expected a text that can be sent but was " + text);
		}
		this.sent.add(text);
		this.onSend.accept(json(text));
		CompletableFuture<@Nullable Void> result = new CompletableFuture<>();
		if (this.failure != null) {
			result.completeExceptionally(this.failure);
			return result;
		}
		if (this.holding) {
			synchronized (this.held) {
				this.held.add(result);
			}
			return result;
		}
		this.inFlight.set(false);
		result.complete(null);
		return result;
	}

	@Override
	public void ping() {
		this.calls.add("ping");
	}

	@Override
	public void suspendReading() {
		this.calls.add("suspend");
	}

	@Override
	public void resumeReading() {
		this.calls.add("resume");
	}

	@Override
	public void close(int code, String reason) {
		this.calls.add("close " + code);
	}

	@Override
	public void abort() {
		this.calls.add("abort");
	}

}
