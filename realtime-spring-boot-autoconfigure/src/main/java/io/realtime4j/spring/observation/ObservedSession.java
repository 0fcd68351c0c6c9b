package io.realtime4j.spring.observation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.micrometer.observation.Observation;
import io.realtime4j.conversation.ResponseIds;
import io.realtime4j.event.server.ResponseCreated;
import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.model.response.ResponseOutcome;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.session.AnswerTimedOut;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionClosed;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.session.SessionInterceptor;
import io.realtime4j.session.SessionReconnecting;
import io.realtime4j.spring.operation.EndReasons;
import org.jspecify.annotations.Nullable;

/**
 * Observes the responses of one session on its control lane. A response that has ended is
 * remembered for a while, since the calls of its tools are observed within it.
 */
final class ObservedSession implements SessionInterceptor {

	private static final int REMEMBERED = 64;

	private final Map<String, Entry> responses = new LinkedHashMap<>();

	private final RealtimeSession session;

	private final @Nullable Observation parent;

	private final ResponseObservations observations;

	ObservedSession(RealtimeSession session, @Nullable Observation parent, ResponseObservations observations) {
		this.session = session;
		this.parent = parent;
		this.observations = observations;
	}

	/**
	 * Return the observation that the calls of a response belong to. May be called by any
	 * thread.
	 * @param responseId the id of the response
	 */
	@Nullable Observation of(String responseId) {
		synchronized (this.responses) {
			Entry entry = this.responses.get(responseId);
			return (entry != null) ? entry.observation : this.parent;
		}
	}

	@Override
	public boolean onEvent(ServerEvent event) {
		if (event instanceof ResponseCreated created && created.response().id() != null) {
			begin(created.response().id());
		}
		else if (event instanceof ResponseDone done && done.response().id() != null) {
			onDone(done.response().id(), done);
		}
		else {
			String id = ResponseIds.responseId(event);
			if (id != null) {
				onPart(id);
			}
		}
		return true;
	}

	private void begin(String id) {
		List<Entry> forgotten = new ArrayList<>();
		synchronized (this.responses) {
			if (this.responses.containsKey(id)) {
				return;
			}
			this.responses.put(id, new Entry(this.observations.start(this.session.id(), id, model(), this.parent)));
			if (this.responses.size() > REMEMBERED) {
				forgotten.add(this.responses.remove(this.responses.keySet().iterator().next()));
			}
		}
		forgotten.forEach((entry) -> entry.end("other"));
	}

	private @Nullable String model() {
		return (this.session.settings() instanceof RealtimeSessionSettings settings && settings.model() != null)
				? settings.model().value() : null;
	}

	private void onPart(String id) {
		Entry entry = find(id);
		if (entry != null) {
			entry.onPart();
		}
	}

	private void onDone(String id, ResponseDone done) {
		Entry entry = find(id);
		if (entry == null) {
			return;
		}
		entry.context().setResponse(done.response());
		ResponseOutcome outcome = done.outcome();
		if (outcome.isFailure()) {
			entry.observation.error(new ObservedFailure("The response " + outcome.summary()));
		}
		entry.end(EndReasons.nameOf(outcome.getClass()));
	}

	private @Nullable Entry find(String id) {
		synchronized (this.responses) {
			return this.responses.get(id);
		}
	}

	@Override
	public void onSessionEvent(SessionEvent event) {
		if (event instanceof SessionReconnecting || event instanceof SessionClosed) {
			List<Entry> all;
			synchronized (this.responses) {
				all = List.copyOf(this.responses.values());
			}
			all.forEach((entry) -> entry.fail("lost", "The connection of the response is gone"));
		}
		else if (event instanceof AnswerTimedOut timedOut && timedOut.responseId() != null) {
			Entry entry = find(timedOut.responseId());
			if (entry != null) {
				entry.fail("timed_out", "The response made no progress in time");
			}
		}
	}

	/**
	 * A response and its observation. Changed on the control lane only.
	 */
	private static final class Entry {

		private final long begun = System.nanoTime();

		private final Observation observation;

		private boolean ended;

		private Entry(Observation observation) {
			this.observation = observation;
		}

		private ResponseObservationContext context() {
			return (ResponseObservationContext) this.observation.getContext();
		}

		private void onPart() {
			ResponseObservationContext context = context();
			if (!this.ended && context.getTimeToFirstChunk() == null) {
				context.setTimeToFirstChunk(Duration.ofNanos(System.nanoTime() - this.begun));
				this.observation.event(Observation.Event.of("first.chunk"));
			}
		}

		private void fail(String outcome, String message) {
			if (!this.ended) {
				this.observation.error(new ObservedFailure(message));
				end(outcome);
			}
		}

		private void end(String outcome) {
			if (!this.ended) {
				this.ended = true;
				context().setOutcome(outcome);
				this.observation.stop();
			}
		}

	}

}
