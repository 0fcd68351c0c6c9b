package io.realtime4j.spring.boot.autoconfigure.actuate;

import java.time.Duration;
import java.util.List;

import io.realtime4j.session.ClosedByPolicy;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.VoiceSession;
import io.realtime4j.spring.operation.ClosedByOperator;
import io.realtime4j.spring.operation.ClosedForDraining;
import io.realtime4j.spring.operation.Drain;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationEventPublisher;

/**
 * {@link Endpoint @Endpoint} for the sessions of this node: to see them, and, where
 * access is unrestricted, to end one or all of them.
 */
@Endpoint(id = "realtime", defaultAccess = Access.READ_ONLY)
class RealtimeSessionsEndpoint {

	private final OpenSessions sessions;

	private final ApplicationEventPublisher publisher;

	private final Drain drain;

	private final Duration patience;

	/**
	 * Create an endpoint.
	 * @param sessions the sessions
	 * @param publisher is told that the application takes no traffic any more
	 * @param drain keeps sessions from being opened
	 * @param patience how long a response that runs may take to finish
	 */
	RealtimeSessionsEndpoint(OpenSessions sessions, ApplicationEventPublisher publisher, Drain drain,
			Duration patience) {
		this.sessions = sessions;
		this.publisher = publisher;
		this.drain = drain;
		this.patience = patience;
	}

	@ReadOperation
	SessionsDescriptor sessions() {
		return new SessionsDescriptor(this.sessions.all().stream().map(SessionDescriptor::of).toList());
	}

	@ReadOperation
	@Nullable SessionDescriptor session(@Selector String id) {
		VoiceSession session = this.sessions.find(id);
		return (session != null) ? SessionDescriptor.of(session) : null;
	}

	/**
	 * End a session as soon as its running response has finished.
	 * @param id the id of the session
	 * @return whether there is such a session
	 */
	@DeleteOperation
	boolean endSession(@Selector String id) {
		VoiceSession session = this.sessions.find(id);
		if (session != null) {
			end(session, new ClosedByOperator());
		}
		return session != null;
	}

	/**
	 * Refuse traffic, open no sessions from now on, and end all that there are as soon as
	 * their running responses have finished.
	 * @return how many they are
	 */
	@WriteOperation
	DrainDescriptor drain() {
		this.drain.begin();
		AvailabilityChangeEvent.publish(this.publisher, this, ReadinessState.REFUSING_TRAFFIC);
		List<VoiceSession> all = this.sessions.all();
		all.forEach((session) -> end(session, new ClosedForDraining()));
		return new DrainDescriptor(all.size());
	}

	private void end(VoiceSession session, ClosedByPolicy cause) {
		if (session instanceof RealtimeSession realtime) {
			realtime.closeAfterResponse(cause, this.patience);
		}
		else {
			session.close(cause);
		}
	}

	/**
	 * The sessions of this node.
	 *
	 * @param sessions the sessions, the oldest first
	 */
	record SessionsDescriptor(List<SessionDescriptor> sessions) implements OperationResponseBody {

	}

	/**
	 * The begin of a drain.
	 *
	 * @param ending how many sessions are about to end
	 */
	record DrainDescriptor(int ending) implements OperationResponseBody {

	}

}
