package io.realtime4j.session.engine;

import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

import io.realtime4j.session.ListenerErrorHandler;
import io.realtime4j.session.RealtimeEndpoint;
import io.realtime4j.session.ReconnectPolicy;
import io.realtime4j.session.SessionActivity;
import io.realtime4j.session.SessionLimits;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.session.SessionTimeouts;
import io.realtime4j.session.context.SessionAdmission;
import io.realtime4j.session.context.SessionContext;
import io.realtime4j.session.context.SessionHeaders;
import io.realtime4j.session.context.SessionNotAdmittedException;
import io.realtime4j.session.context.SessionTraits;
import io.realtime4j.transport.KeepAlive;
import io.realtime4j.transport.RealtimeTransport;

/**
 * Internal environment that all sessions of a client share, whatever protocol they use.
 *
 * @param transport opens the connections
 * @param endpoint the server
 * @param listenerExecutor calls listeners and completes futures; it should run many tasks
 * at once, since listeners may block
 * @param scheduler watches time; one thread is enough
 * @param clock tells when the server's limit of a session is near
 * @param limits how much a session may hold
 * @param timeouts how long the steps of a session may take
 * @param keepAlive how a connection that died in silence is found
 * @param reconnect how lost connections come back
 * @param errorHandler hears of exceptions that listeners throw
 * @param activity counts the sessions that are at work
 * @param context the context that listeners, futures and tools run in
 * @param admission decides whether sessions may begin
 * @since 0.1.0
 */
public record SessionEnvironment(RealtimeTransport transport, RealtimeEndpoint endpoint, Executor listenerExecutor,
		ScheduledExecutorService scheduler, Clock clock, SessionLimits limits, SessionTimeouts timeouts,
		KeepAlive keepAlive, ReconnectPolicy reconnect, ListenerErrorHandler errorHandler, SessionActivity activity,
		SessionContext context, SessionAdmission admission) {

	/**
	 * Make sure that a session may begin.
	 * @throws SessionNotAdmittedException if it may not
	 */
	void admit() {
		this.admission.admit();
	}

	/**
	 * Make sure that a session of some kind may begin.
	 * @param spec what it shall be
	 * @throws SessionNotAdmittedException if it may not
	 */
	public void admit(SessionTraits spec) {
		this.admission.forSession(spec).admit();
	}

	/**
	 * Return the environment of a session, whose headers and whose admission may depend
	 * on what it shall be.
	 * @param spec what it shall be
	 * @return the environment
	 */
	public SessionEnvironment of(Object spec) {
		RealtimeEndpoint own = this.endpoint;
		if (own.headers() instanceof SessionHeaders headers) {
			own = new RealtimeEndpoint(own.baseUrl(), own.provider(), own.dialect(), new BoundHeaders(headers, spec),
					own.plainTextAllowed());
		}
		SessionAdmission admitting = this.admission;
		if (spec instanceof SessionSpec first) {
			admitting = admitting.forSession(SessionTraits.of(first));
		}
		else if (spec instanceof SessionTraits traits) {
			admitting = admitting.forSession(traits);
		}
		if (own.equals(this.endpoint) && admitting.equals(this.admission)) {
			return this;
		}
		return new SessionEnvironment(this.transport, own, this.listenerExecutor, this.scheduler, this.clock,
				this.limits, this.timeouts, this.keepAlive, this.reconnect, this.errorHandler, this.activity,
				this.context, admitting);
	}

	/**
	 * Return this environment with other limits.
	 * @param other the limits
	 * @return the environment
	 */
	public SessionEnvironment withLimits(SessionLimits other) {
		return new SessionEnvironment(this.transport, this.endpoint, this.listenerExecutor, this.scheduler, this.clock,
				other, this.timeouts, this.keepAlive, this.reconnect, this.errorHandler, this.activity, this.context,
				this.admission);
	}

}
