package io.realtime4j.spring.boot.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.realtime4j.session.VoiceSession;
import io.realtime4j.spring.dispatch.ListenedSessions;
import io.realtime4j.spring.event.RealtimeEventPublisher;
import org.jspecify.annotations.Nullable;

import org.springframework.context.SmartLifecycle;

/**
 * Closes all sessions when the application stops, after the web server has answered the
 * requests that it had begun with. What happens to sessions until then is published,
 * their end included; nothing is published afterwards.
 */
class RealtimeClientLifecycle implements SmartLifecycle {

	/**
	 * The web server stops in the phase {@code DEFAULT_PHASE - 2048}; lower ones stop
	 * later.
	 */
	static final int PHASE = DEFAULT_PHASE - 3072;

	private static final Duration MARGIN = Duration.ofSeconds(1);

	private final List<Client> clients;

	private final ListenedSessions listenedSessions;

	private final RealtimeEventPublisher publisher;

	private final Duration timeout;

	private volatile boolean running;

	RealtimeClientLifecycle(List<Client> clients, ListenedSessions listenedSessions, RealtimeEventPublisher publisher,
			Duration closeTimeout) {
		this.clients = clients;
		this.listenedSessions = listenedSessions;
		this.publisher = publisher;
		this.timeout = closeTimeout.plus(MARGIN);
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

	@Override
	public boolean isPauseable() {
		return false;
	}

	@Override
	public void start() {
		this.listenedSessions.whenNone(null);
		this.running = true;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public void stop() {
		stop(() -> {
		});
	}

	@Override
	public void stop(Runnable callback) {
		CompletableFuture<?>[] ends = this.clients.stream()
			.flatMap((client) -> client.sessions().stream())
			.map(VoiceSession::closed)
			.toArray(CompletableFuture[]::new);
		CompletableFuture<@Nullable Void> told = new CompletableFuture<>();
		told.thenRun(() -> {
			this.publisher.close();
			this.running = false;
			callback.run();
		});
		this.clients.forEach((client) -> client.close().run());
		CompletableFuture.allOf(ends)
			.whenComplete((ended, ex) -> this.listenedSessions.whenNone(() -> told.complete(null)));
		told.completeOnTimeout(null, this.timeout.toMillis(), TimeUnit.MILLISECONDS);
	}

	/**
	 * A client of a protocol family.
	 *
	 * @param open gives the sessions that have not ended
	 * @param close begins to close all of them
	 */
	record Client(Supplier<? extends List<? extends VoiceSession>> open, Runnable close) {

		List<? extends VoiceSession> sessions() {
			return this.open.get();
		}

	}

}
