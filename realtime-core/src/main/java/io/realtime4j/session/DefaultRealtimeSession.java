package io.realtime4j.session;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import io.realtime4j.conversation.Conversation;
import io.realtime4j.event.client.ClientEvent;
import io.realtime4j.event.client.InputAudioBufferAppend;
import io.realtime4j.event.client.ResponseCancel;
import io.realtime4j.event.client.ResponseCreate;
import io.realtime4j.event.client.SessionUpdate;
import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.event.server.SessionUpdated;
import io.realtime4j.model.response.ResponseSettings;
import io.realtime4j.model.session.SessionSettings;
import org.jspecify.annotations.Nullable;

/**
 * A session on a connection. What applications call is here; what the server says goes
 * through {@link ControlLane}, what listeners hear through {@link Inbox}.
 */
final class DefaultRealtimeSession implements RealtimeSession {

	private final String id = "rts_" + UUID.randomUUID().toString().replace("-", "");

	private final AtomicLong eventIds = new AtomicLong();

	private final ReentrantLock lock = new ReentrantLock();

	private final Map<String, Object> attributes;

	private final SessionContext context;

	private final CompletableFuture<RealtimeSession> opened = new CompletableFuture<>();

	private final CompletableFuture<CloseCause> closed = new CompletableFuture<>();

	private final Interceptors interceptors;

	private final ControlLane control;

	DefaultRealtimeSession(SessionContext context, SessionSpec spec) {
		this.context = context;
		this.attributes = new ConcurrentHashMap<>(spec.attributes());
		this.interceptors = new Interceptors(this, context, spec);
		ListenerLane listeners = new ListenerLane(this, context, spec);
		this.control = new ControlLane(context, spec, this.lock, new Outcome(listeners));
	}

	@Override
	public String id() {
		return this.id;
	}

	@Override
	public SessionState state() {
		return this.control.state();
	}

	@Override
	public @Nullable SessionSettings settings() {
		return this.control.settings();
	}

	@Override
	public Conversation conversation() {
		return this.control.conversation();
	}

	@Override
	public Map<String, Object> attributes() {
		return this.attributes;
	}

	@Override
	public CompletableFuture<RealtimeSession> open() {
		locked(this.control::open);
		return this.opened.copy();
	}

	@Override
	public CompletableFuture<CloseCause> closed() {
		return this.closed.copy();
	}

	@Override
	public void send(ClientEvent event) {
		String eventId = (event.eventId() != null) ? event.eventId() : nextEventId();
		ClientEvent identified = (event.eventId() != null) ? event : event.withEventId(eventId);
		if (identified instanceof ResponseCreate request) {
			request(request);
			return;
		}
		String text = this.context.codec().encode(identified);
		if (identified instanceof SessionUpdate) {
			locked(() -> this.control.update(eventId, text));
			return;
		}
		locked(() -> this.control.send(text, identified instanceof InputAudioBufferAppend));
	}

	@Override
	public CompletableFuture<SessionUpdated> update(SessionSettings settings) {
		String eventId = nextEventId();
		String text = this.context.codec().encode(new SessionUpdate(eventId, settings));
		return locked(() -> this.control.update(eventId, text)).copy();
	}

	@Override
	public CompletableFuture<ResponseDone> respond() {
		return request(new ResponseCreate(nextEventId(), null));
	}

	@Override
	public CompletableFuture<ResponseDone> respond(ResponseSettings settings) {
		return request(new ResponseCreate(nextEventId(), settings));
	}

	private CompletableFuture<ResponseDone> request(ResponseCreate event) {
		// Fail here rather than on a network thread when the dialect cannot say it
		this.context.codec().encode(event);
		return locked(() -> this.control.request(event)).copy();
	}

	@Override
	public void cancelResponse() {
		String response = locked(this.control::activeResponse);
		if (response != null) {
			send(ResponseCancel.of(response));
		}
	}

	@Override
	public void appendAudio(byte[] audio) {
		AudioPieces.of(audio).forEach((piece) -> send(InputAudioBufferAppend.of(piece)));
	}

	@Override
	public void close() {
		locked(this.control::close);
	}

	@Override
	public String toString() {
		return "RealtimeSession[id=" + this.id + ", state=" + state() + "]";
	}

	private String nextEventId() {
		return "event_" + this.id + "_" + this.eventIds.incrementAndGet();
	}

	private void async(Runnable completion) {
		try {
			this.context.listenerExecutor().execute(completion);
		}
		catch (RejectedExecutionException ex) {
			// The executor is shut down: better on this thread than never
			completion.run();
		}
	}

	private void locked(Runnable action) {
		locked(() -> {
			action.run();
			return true;
		});
	}

	private <T extends @Nullable Object> T locked(Supplier<T> action) {
		this.lock.lock();
		try {
			return action.get();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Leads what the control lane brings about to listeners and futures.
	 */
	private final class Outcome implements ControlOutcome {

		private final ListenerLane listeners;

		Outcome(ListenerLane listeners) {
			this.listeners = listeners;
		}

		@Override
		public void deliver(Inbox.Entry entry) {
			this.listeners.deliver(entry);
		}

		@Override
		public boolean intercept(ServerEvent event) {
			return DefaultRealtimeSession.this.interceptors.onEvent(event);
		}

		@Override
		public void intercept(SessionEvent event) {
			DefaultRealtimeSession.this.interceptors.onSessionEvent(event);
		}

		@Override
		public void complete(Runnable completion) {
			async(completion);
		}

		@Override
		public void onOpened() {
			async(() -> DefaultRealtimeSession.this.opened.complete(DefaultRealtimeSession.this));
		}

		@Override
		public void onClosed(CloseCause cause) {
			async(() -> DefaultRealtimeSession.this.opened.completeExceptionally(new SessionClosedException(cause)));
			async(() -> DefaultRealtimeSession.this.closed.complete(cause));
		}

		@Override
		public String nextEventId() {
			return DefaultRealtimeSession.this.nextEventId();
		}

	}

}
