package io.realtime4j.spring.bridge.http;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import io.realtime4j.session.CloseCause;
import io.realtime4j.session.ConnectionEnded;
import io.realtime4j.session.VoiceSession;
import io.realtime4j.spring.bridge.BridgeThreads;
import io.realtime4j.spring.rest.HangUps;
import io.realtime4j.transport.HandshakeRefused;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Internal list of the calls by WebRTC that pages have with the service. Without its
 * session a call has no tools, and nobody watches or counts it: whoever ends first, the
 * call is hung up.
 */
public final class PageCalls {

	private static final Log logger = LogFactory.getLog(PageCalls.class);

	private static final int NOT_FOUND = 404;

	private final Set<Call> calls = ConcurrentHashMap.newKeySet();

	private final HangUps hangUps;

	private volatile boolean stopped;

	/**
	 * Create an empty list.
	 * @param threads ask the service to hang up, and again after a while
	 */
	public PageCalls(BridgeThreads threads) {
		this(new HangUps(threads.executor(), (task, delay) -> threads.scheduler()
			.schedule(task, threads.scheduler().getClock().instant().plus(delay))));
	}

	PageCalls(HangUps hangUps) {
		this.hangUps = hangUps;
	}

	/**
	 * Watch a call until it is over.
	 * @param callId the id of the call
	 * @param session the session that is attached to it
	 * @param hangUp hangs up at the service, and may block
	 * @return completes when the session has ended and the service was told, never
	 * exceptionally
	 */
	CompletableFuture<@Nullable Void> watch(String callId, VoiceSession session, Runnable hangUp) {
		Call call = new Call(callId, session, hangUp, new CompletableFuture<>());
		this.calls.add(call);
		session.closed().thenAccept((cause) -> end(call, cause));
		if (this.stopped) {
			session.close();
		}
		return call.over();
	}

	private void end(Call call, CloseCause cause) {
		if (isUnknown(cause)) {
			over(call);
		}
		else {
			hangUp(call.callId(), call.hangUp()).thenRun(() -> over(call));
		}
	}

	private static boolean isUnknown(CloseCause cause) {
		return cause instanceof ConnectionEnded ended && ended.end() instanceof HandshakeRefused refused
				&& refused.status() == NOT_FOUND;
	}

	private void over(Call call) {
		this.calls.remove(call);
		call.over().complete(null);
	}

	/**
	 * Hang up a call, which may be over already.
	 * @param callId the id of the call
	 * @param request asks the service, and may block
	 * @return completes when the service was told, never exceptionally
	 */
	CompletableFuture<@Nullable Void> hangUp(String callId, Runnable request) {
		return this.hangUps.hangUp(request).exceptionally((ex) -> {
			logger.warn("Call " + callId + " may go on without a session: " + ex);
			return null;
		});
	}

	/**
	 * Take calls.
	 */
	public void start() {
		this.stopped = false;
	}

	/**
	 * End all calls, and those that begin from now on.
	 * @return completes when those that are there are over
	 */
	public CompletableFuture<?> stop() {
		this.stopped = true;
		CompletableFuture<?>[] ends = this.calls.stream().map(Call::over).toArray(CompletableFuture[]::new);
		this.calls.forEach((call) -> call.session().close());
		return CompletableFuture.allOf(ends);
	}

	/**
	 * A call that is watched.
	 *
	 * @param callId the id of the call
	 * @param session the session that is attached to it
	 * @param hangUp hangs up
	 * @param over completes when it is over
	 */
	private record Call(String callId, VoiceSession session, Runnable hangUp, CompletableFuture<@Nullable Void> over) {
	}

}
