package io.realtime4j.live.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;

import io.realtime4j.live.codec.LiveCodec;
import io.realtime4j.live.event.client.LiveClientEvent;
import io.realtime4j.live.event.client.SessionCommentaryAppend;
import io.realtime4j.live.event.client.SessionInputAudioMute;
import io.realtime4j.live.event.client.SessionInputAudioUnmute;
import io.realtime4j.live.event.client.SessionInstructionsAppend;
import io.realtime4j.live.event.client.SessionThinkingAppend;
import io.realtime4j.live.event.client.SessionUpdate;
import io.realtime4j.live.event.server.LiveServerEvent;
import io.realtime4j.live.event.server.SessionCommentaryAppended;
import io.realtime4j.model.error.RealtimeError;
import io.realtime4j.session.AnswerTimedOut;
import io.realtime4j.session.AnswerTimeoutException;
import io.realtime4j.session.RealtimeErrorException;
import io.realtime4j.session.engine.AnswerWait;
import io.realtime4j.session.engine.ErrorSubject;
import io.realtime4j.session.engine.OutboundFrame;
import io.realtime4j.session.engine.SessionPort;
import org.jspecify.annotations.Nullable;

/**
 * Events of the client that the server has yet to acknowledge. An acknowledgement names
 * the event; where a server does not, the oldest one of its kind is meant. Not
 * thread-safe: a protocol uses it under the lock of its session.
 */
final class LiveRequests {

	/**
	 * The type of the event that acknowledges each kind.
	 */
	private static final Map<Class<? extends LiveClientEvent>, String> ANSWERS = Map.of(SessionUpdate.class,
			"session.updated", SessionInputAudioMute.class, "session.input_audio.muted", SessionInputAudioUnmute.class,
			"session.input_audio.unmuted", SessionInstructionsAppend.class, "session.instructions.appended",
			SessionThinkingAppend.class, "session.thinking.appended", SessionCommentaryAppend.class,
			"session.commentary.appended");

	private final Map<String, Request> pending = new LinkedHashMap<>();

	private final Map<String, AnswerWait> waits = new LinkedHashMap<>();

	private final SessionPort port;

	LiveRequests(SessionPort port) {
		this.port = port;
	}

	/**
	 * Return whether the server acknowledges events of this kind.
	 */
	static boolean isAcknowledged(LiveClientEvent event) {
		return ANSWERS.containsKey(event.getClass());
	}

	/**
	 * Send an event, whose acknowledgement may come while it is sent.
	 * @param event the event, of a kind that is acknowledged
	 * @param frame the same as a frame
	 * @param answer the type of the acknowledgement
	 * @param send sends the event; what it throws is thrown on
	 * @return completes with the acknowledgement
	 */
	<A extends LiveServerEvent> CompletableFuture<A> add(LiveClientEvent event, OutboundFrame frame, Class<A> answer,
			Runnable send) {
		CompletableFuture<A> future = new CompletableFuture<>();
		String awaited = ANSWERS.getOrDefault(event.getClass(), "");
		Request request = new Request(event, frame, awaited, future, (said) -> future.complete(answer.cast(said)));
		this.pending.put(request.eventId(), request);
		try {
			send.run();
		}
		catch (RuntimeException ex) {
			this.pending.remove(request.eventId());
			throw ex;
		}
		return future;
	}

	/**
	 * Expect the acknowledgement of a greeting.
	 * @param text what the model shall say
	 * @param codec writes it
	 * @return the frame, which is to be sent
	 */
	OutboundFrame greeting(String text, LiveCodec codec) {
		SessionCommentaryAppend greeting = new SessionCommentaryAppend(this.port.nextEventId(), text, null);
		OutboundFrame frame = OutboundFrame.command(greeting, codec.encode(greeting), codec::encode);
		add(greeting, frame, SessionCommentaryAppended.class, () -> {
		});
		return frame;
	}

	/**
	 * An event was handed to the network, and the server has to acknowledge it.
	 */
	void onSending(String eventId) {
		Request request = this.pending.get(eventId);
		if (request != null) {
			endWait(eventId);
			this.waits.put(eventId, this.port.await(this.port.timeouts().acknowledgement(), () -> onTimeout(request)));
		}
	}

	private void onTimeout(Request request) {
		take(request);
		AnswerTimedOut timedOut = new AnswerTimedOut(request.awaited(), this.port.timeouts().acknowledgement(),
				request.eventId(), null);
		fail(request, new AnswerTimeoutException(timedOut));
		this.port.tell(timedOut);
	}

	/**
	 * Return the request that an event acknowledges, or {@code null} if it acknowledges
	 * none.
	 */
	@Nullable Request answer(LiveServerEvent answer) {
		Request request = this.pending.values()
			.stream()
			.filter((each) -> each.isAnsweredBy(answer))
			.findFirst()
			.orElse(null);
		if (request != null) {
			take(request);
			this.waits.values().forEach(AnswerWait::renew);
			this.port.complete(() -> request.completion().accept(answer));
		}
		return request;
	}

	/**
	 * The server told of an error, which may refuse an event.
	 */
	void refuse(RealtimeError error) {
		Request refused = (error.eventId() != null) ? this.pending.get(error.eventId()) : null;
		if (refused == null && this.pending.size() == 1 && ErrorSubject.isOpen(error)) {
			refused = this.pending.values().iterator().next();
		}
		if (refused != null) {
			take(refused);
			fail(refused, new RealtimeErrorException(error));
		}
	}

	/**
	 * The connection was lost. Changes of settings are said again; of all else that the
	 * network has taken, nobody knows whether it reached the model.
	 * @param cause what futures fail with
	 * @param waiting tells whether an event, by its id, was never handed to the network
	 * @return the changes of settings that the network had taken, in order
	 */
	List<Request> onLost(Throwable cause, Predicate<String> waiting) {
		List<Request> sent = this.pending.values()
			.stream()
			.filter((request) -> !waiting.test(request.eventId()))
			.toList();
		for (Request request : sent) {
			endWait(request.eventId());
			if (!request.isUpdate()) {
				take(request);
				fail(request, cause);
			}
		}
		return sent.stream().filter(Request::isUpdate).toList();
	}

	/**
	 * Nothing is acknowledged any more.
	 */
	void fail(Throwable cause) {
		List.copyOf(this.pending.values()).forEach((request) -> {
			take(request);
			fail(request, cause);
		});
	}

	boolean isEmpty() {
		return this.pending.isEmpty();
	}

	private void take(Request request) {
		endWait(request.eventId());
		this.pending.remove(request.eventId());
	}

	private void endWait(String eventId) {
		AnswerWait wait = this.waits.remove(eventId);
		if (wait != null) {
			wait.end();
		}
	}

	private void fail(Request request, Throwable cause) {
		this.port.complete(() -> request.future().completeExceptionally(cause));
	}

	/**
	 * An event that is to be acknowledged.
	 *
	 * @param event the event
	 * @param frame the same as a frame
	 * @param awaited the type of the acknowledgement
	 * @param future completes with the acknowledgement
	 * @param completion completes it
	 */
	record Request(LiveClientEvent event, OutboundFrame frame, String awaited, CompletableFuture<?> future,
			Consumer<LiveServerEvent> completion) {

		String eventId() {
			return String.valueOf(this.event.eventId());
		}

		boolean isUpdate() {
			return this.event instanceof SessionUpdate;
		}

		boolean isAnsweredBy(LiveServerEvent answer) {
			return this.awaited.equals(answer.type())
					&& (answer.clientEventId() == null || answer.clientEventId().equals(eventId()));
		}

	}

}
