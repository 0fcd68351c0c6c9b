package io.realtime4j.spring.boot.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.realtime4j.session.OpenTimedOut;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionClosedException;
import io.realtime4j.session.SessionState;
import io.realtime4j.spring.dispatch.RealtimeExecutors;
import io.realtime4j.spring.dispatch.WorkingSessions;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;

/**
 * Opens the session of the application when everything else has started: in the
 * background, or waiting for it if the application shall not start without it.
 */
class RealtimeSessionOpener implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(RealtimeSessionOpener.class);

	/**
	 * Properties that let others have sessions: pages and phones.
	 */
	private static final List<String> PURPOSES = List.of("realtime.bridge.enabled", "realtime.webhook.enabled",
			"realtime.twilio.enabled", "realtime.telnyx.enabled", "realtime.vonage.enabled",
			"realtime.asterisk.enabled", "realtime.asterisk.websocket.enabled");

	/**
	 * Property of an application with sessions of another protocol family.
	 */
	private static final String LIVE = "realtime.live.model";

	// A client that is mocked gives none
	private final @Nullable RealtimeSession session;

	private final RealtimeProperties properties;

	private final RealtimeExecutors executors;

	private final @Nullable String purpose;

	private volatile boolean stopped;

	private volatile boolean running;

	/**
	 * Create an opener.
	 * @param session the session, or {@code null} if the client gives none
	 * @param properties whether and how to open it
	 * @param executors opens it in the background
	 * @param environment tells whether there are other sessions
	 */
	RealtimeSessionOpener(@Nullable RealtimeSession session, RealtimeProperties properties, RealtimeExecutors executors,
			Environment environment) {
		this.session = session;
		this.properties = properties;
		this.executors = executors;
		this.purpose = PURPOSES.stream()
			.filter((property) -> environment.getProperty(property, Boolean.class, false))
			.findFirst()
			.orElse(environment.containsProperty(LIVE) ? LIVE : null);
	}

	@Override
	public boolean isAutoStartup() {
		return !Boolean.FALSE.equals(this.properties.getSession().getAutoOpen());
	}

	@Override
	public boolean isPauseable() {
		return false;
	}

	@Override
	public void start() {
		this.running = true;
		RealtimeSession session = this.session;
		if (session == null || !isToOpen(session)) {
			return;
		}
		boolean failFast = this.properties.getSession().isFailFast();
		if (this.stopped && session.state() == SessionState.CLOSING) {
			CompletableFuture<RealtimeSession> opened = session.closed().thenCompose((cause) -> renewed(session));
			if (failFast) {
				await(opened);
			}
		}
		else if (session.state() == SessionState.NEW && failFast) {
			await(session.open());
		}
		else if (session.state() == SessionState.NEW) {
			openInTheBackground(session);
		}
	}

	private boolean isToOpen(RealtimeSession session) {
		Boolean asked = this.properties.getSession().getAutoOpen();
		if (asked == null && this.purpose != null && session.state() == SessionState.NEW) {
			logger.info("The session of the application is not opened at the start, since '" + this.purpose
					+ "' opens sessions of its own. Its first use opens it, and so does"
					+ " 'realtime.session.auto-open=true'");
		}
		return (asked != null) ? asked : this.purpose == null;
	}

	// It may take until the last moment of a stop for a session to end
	private static CompletableFuture<RealtimeSession> renewed(RealtimeSession session) {
		session.renew();
		return session.open();
	}

	private void openInTheBackground(RealtimeSession session) {
		WorkingSessions workingSessions = this.executors.workingSessions();
		workingSessions.begin();
		this.executors.listeners().execute(() -> {
			try {
				session.open();
			}
			finally {
				workingSessions.end();
			}
		});
	}

	private void await(CompletableFuture<RealtimeSession> opened) {
		Duration timeout = this.properties.getOpenTimeout().plus(this.properties.getCloseTimeout());
		try {
			opened.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof SessionClosedException closed)
					? new RealtimeSessionOpenException(closed.closeCause())
					: new IllegalStateException("The realtime session could not be opened", ex.getCause());
		}
		catch (TimeoutException ex) {
			throw new RealtimeSessionOpenException(new OpenTimedOut(timeout, "the session to open"));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while the realtime session was being opened", ex);
		}
	}

	@Override
	public void stop() {
		this.stopped = true;
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
