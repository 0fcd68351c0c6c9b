package io.realtime4j.spring.sip;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import io.realtime4j.spring.logging.LimitedLog;
import io.realtime4j.spring.phone.PhoneTransferPolicy;
import io.realtime4j.spring.phone.engine.CallPlaces;
import io.realtime4j.spring.rest.HangUps;
import io.realtime4j.webhook.CallIncoming;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Registry of incoming calls over SIP, from the webhook that reports them to their end.
 *
 * @since 0.1.0
 */
public final class SipCalls {

	private static final Log logger = LogFactory.getLog(SipCalls.class);

	private static final LimitedLog failures = new LimitedLog(logger);

	private final SipSessions sessions;

	private final SipSettings settings;

	private final Threads threads;

	private final CallRegistry registry;

	private final CallAnswers answers;

	private final @Nullable CallNodes nodes;

	private final AtomicBoolean otherFamilyTold = new AtomicBoolean();

	private volatile boolean stopping;

	/**
	 * Create the calls of an application.
	 * @param sessions makes the sessions of calls
	 * @param settings the bounds
	 * @param threads the threads to work on
	 * @param application what the application does for them
	 */
	public SipCalls(SipSessions sessions, SipSettings settings, Threads threads, Application application) {
		this(sessions, settings, threads, application, null);
	}

	/**
	 * Create the calls of an application with several nodes.
	 * @param sessions makes the sessions of calls
	 * @param settings the bounds
	 * @param threads the threads to work on
	 * @param application what the application does for them
	 * @param survival lets calls outlive their node, or {@code null}
	 */
	public SipCalls(SipSessions sessions, SipSettings settings, Threads threads, Application application,
			@Nullable SipSurvival survival) {
		this.sessions = sessions;
		this.settings = settings;
		this.threads = threads;
		this.registry = new CallRegistry(application.places(), settings, application.publisher());
		this.answers = new CallAnswers(sessions, sessions.control(threads.io(), threads.hangUps()), this.registry,
				application.transfers(), threads.listeners());
		this.nodes = (survival != null) ? CallNodes.of(survival, sessions, this.answers, this.registry, this::isClosed)
				: null;
	}

	private boolean isClosed() {
		return this.stopping || this.sessions.isClosed();
	}

	/**
	 * Return the calls that were accepted and are not over.
	 * @return a copy
	 */
	public List<SipCall> active() {
		return List.copyOf(this.registry.accepted());
	}

	/**
	 * Take a call that comes in, and return at once. A call that was taken already is not
	 * taken again, and one of the protocol family that calls have no sessions of is left
	 * to its webhook in the other one.
	 * @param event reports it
	 * @param handler decides about it
	 */
	public void receive(CallIncoming event, IncomingCallHandler handler) {
		if (!this.sessions.takes(event)) {
			tellOfOtherFamily(event);
			return;
		}
		if (!this.registry.isNew(event.callId())) {
			return;
		}
		WaitingCall call = new WaitingCall(event, this.answers);
		if (isClosed()) {
			call.reject(SipStatus.SERVICE_UNAVAILABLE, SipCallRejected.Reason.STOPPING);
		}
		else if (this.registry.enter(call)) {
			ask(handler, call);
		}
		else {
			call.reject(SipStatus.BUSY_HERE, SipCallRejected.Reason.BUSY);
		}
	}

	// The service may tell of every call in both
	private void tellOfOtherFamily(CallIncoming event) {
		if (this.otherFamilyTold.compareAndSet(false, true)) {
			logger.info("Webhooks of the type '" + event.type() + "' are acknowledged and left alone, since"
					+ " 'realtime.sip.family' is the other protocol family. This is told once");
		}
	}

	private void ask(IncomingCallHandler handler, WaitingCall call) {
		try {
			this.threads.scheduler()
				.schedule(() -> call.reject(SipStatus.DECLINE, SipCallRejected.Reason.UNANSWERED),
						this.settings.answerTimeout().toMillis(), TimeUnit.MILLISECONDS);
			this.threads.listeners().execute(() -> decide(handler, call));
		}
		catch (RejectedExecutionException ex) {
			call.reject(SipStatus.SERVICE_UNAVAILABLE, SipCallRejected.Reason.STOPPING);
		}
	}

	private void decide(IncomingCallHandler handler, WaitingCall call) {
		try {
			handler.handle(call);
		}
		catch (RuntimeException ex) {
			failures.error(call.callId(), "Call " + call.callId() + " is rejected: its handler failed", ex);
			call.reject(SipStatus.DECLINE, SipCallRejected.Reason.HANDLER_FAILED);
		}
	}

	/**
	 * Take calls.
	 */
	public void start() {
		this.stopping = false;
		if (this.nodes != null) {
			this.nodes.start(this.threads.scheduler());
		}
	}

	/**
	 * Take no more calls, let those that are there go on for a while, and hang up then,
	 * or leave them to other nodes.
	 * @return completes when there are no more calls
	 */
	public CompletableFuture<Void> stop() {
		this.stopping = true;
		if (this.nodes != null) {
			this.nodes.stopping();
		}
		this.registry.waiting()
			.forEach((call) -> call.reject(SipStatus.SERVICE_UNAVAILABLE, SipCallRejected.Reason.STOPPING));
		List<AcceptedCall> calls = this.registry.accepted();
		CompletableFuture<Void> ended = CompletableFuture
			.allOf(calls.stream().map(AcceptedCall::ended).toArray(CompletableFuture[]::new));
		if (!ended.isDone()) {
			this.threads.scheduler()
				.schedule(() -> calls.forEach(this::leave), this.settings.drainTimeout().toMillis(),
						TimeUnit.MILLISECONDS);
		}
		CallNodes current = this.nodes;
		return (current != null) ? ended.whenComplete((done, ex) -> current.stop()) : ended;
	}

	private void leave(AcceptedCall call) {
		if (this.nodes == null || !this.nodes.leave(call)) {
			call.hangUp();
		}
	}

	/**
	 * Services of the application for its calls.
	 *
	 * @param publisher publishes {@link SipCallEvent}s, and
	 * {@link io.realtime4j.spring.phone.PhoneCallRefused}
	 * @param transfers decides whom calls may be transferred to
	 * @param places counts all calls of the application
	 */
	public record Application(Consumer<Object> publisher, PhoneTransferPolicy transfers, CallPlaces places) {
	}

	/**
	 * The threads that calls are handled on.
	 *
	 * @param listeners run handlers and listeners
	 * @param io wait for the service
	 * @param scheduler ends what takes too long
	 */
	public record Threads(Executor listeners, Executor io, ScheduledExecutorService scheduler) {

		HangUps hangUps() {
			return new HangUps(this.io,
					(task, delay) -> this.scheduler.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS));
		}

	}

}
