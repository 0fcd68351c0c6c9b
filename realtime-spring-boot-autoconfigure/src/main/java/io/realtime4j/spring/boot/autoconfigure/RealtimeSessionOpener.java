package io.realtime4j.spring.boot.autoconfigure;

import java.time.Duration;
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
import org.jspecify.annotations.Nullable;

import org.springframework.context.SmartLifecycle;

/**
 * Opens the session of the application when everything else has started: in the
 * background, or waiting for it if the application shall not start without it.
 */
class RealtimeSessionOpener implements SmartLifecycle {

	// A client that is mocked gives none
	private final @Nullable RealtimeSession session;

	private final RealtimeProperties properties;

	private final RealtimeExecutors executors;

	private volatile boolean stopped;

	private volatile boolean running;

	RealtimeSessionOpener(@Nullable RealtimeSession session, RealtimeProperties properties,
			RealtimeExecutors executors) {
		this.session = session;
		this.properties = properties;
		this.executors = executors;
	}

	@Override
	public boolean isAutoStartup() {
		return this.properties.getSession().isAutoOpen();
	}

	@Override
	public boolean isPauseable() {
		return false;
	}

	@Override
	public void start() {
		this.running = true;
		RealtimeSession session = this.session;
		if (session == null || !this.properties.getSession().isAutoOpen()) {
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
