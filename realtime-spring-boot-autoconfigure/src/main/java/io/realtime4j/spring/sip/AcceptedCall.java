package io.realtime4j.spring.sip;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.realtime4j.session.CloseCause;
import io.realtime4j.session.ConnectionEnded;
import io.realtime4j.session.VoiceSession;
import io.realtime4j.transport.Closed;
import io.realtime4j.transport.HandshakeRefused;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A call that was accepted, until its end.
 */
final class AcceptedCall implements SipCall {

	private static final Log logger = LogFactory.getLog(AcceptedCall.class);

	private static final Set<String> TARGETS = Set.of("tel", "sip", "sips");

	private static final int NOT_FOUND = 404;

	private final String callId;

	private final VoiceSession session;

	private final CallControl control;

	private final Predicate<CloseCause> leftToOthers;

	private final AtomicReference<SipCallEnd.@Nullable Reason> reason = new AtomicReference<>();

	private final CompletableFuture<SipCallEnd> ended = new CompletableFuture<>();

	/**
	 * Create a call.
	 * @param callId the id of the call
	 * @param session the session that is attached to it
	 * @param control controls it
	 * @param leftToOthers tells whether another node may go on after an end of the
	 * session with this cause
	 */
	AcceptedCall(String callId, VoiceSession session, CallControl control, Predicate<CloseCause> leftToOthers) {
		this.callId = callId;
		this.session = session;
		this.control = control;
		this.leftToOthers = leftToOthers;
	}

	/**
	 * Watch for the end of the session, which mostly is that of the call.
	 */
	void watch() {
		this.session.closed().thenAccept(this::onClosed);
	}

	@Override
	public String callId() {
		return this.callId;
	}

	@Override
	public <S extends VoiceSession> S session(Class<S> type) {
		Assert.state(type.isInstance(this.session), () -> "The session of the call is a "
				+ this.session.getClass().getSimpleName() + ", which is no " + type.getSimpleName());
		return type.cast(this.session);
	}

	@Override
	public CompletableFuture<Void> refer(URI target) {
		String scheme = String.valueOf(target.getScheme()).toLowerCase(Locale.ROOT);
		if (!TARGETS.contains(scheme)) {
			throw new IllegalArgumentException("A call is transferred to a 'tel:' or 'sip:' address, not to " + scheme);
		}
		return end(SipCallEnd.Reason.TRANSFERRED, () -> this.control.refer(this.callId, target));
	}

	@Override
	public CompletableFuture<Void> hangUp() {
		return end(SipCallEnd.Reason.HUNG_UP, () -> this.control.hangUp(this.callId));
	}

	@Override
	public CompletableFuture<SipCallEnd> ended() {
		return this.ended.copy();
	}

	private CompletableFuture<Void> end(SipCallEnd.Reason why, Supplier<CompletableFuture<Void>> request) {
		if (this.ended.isDone()) {
			return request.get();
		}
		this.reason.compareAndSet(null, why);
		return request.get().handle((done, ex) -> {
			if (ex == null) {
				this.session.close();
				return null;
			}
			this.reason.compareAndSet(why, null);
			throw new CompletionException(CallControl.cause(ex));
		});
	}

	private void onClosed(CloseCause cause) {
		SipCallEnd.Reason asked = this.reason.get();
		if (asked != null) {
			this.ended.complete(new SipCallEnd(asked, cause));
		}
		else if (isOver(cause)) {
			this.ended.complete(new SipCallEnd(SipCallEnd.Reason.REMOTE, cause));
		}
		else if (this.leftToOthers.test(cause)) {
			this.ended.complete(new SipCallEnd(SipCallEnd.Reason.TAKEN_OVER, cause));
		}
		else {
			hangUpWithout(cause);
		}
	}

	// Without its session a call has no tools, and nobody watches it
	private void hangUpWithout(CloseCause cause) {
		this.control.hangUp(this.callId).whenComplete((done, ex) -> {
			if (ex != null) {
				logger.warn("Call " + this.callId + " may go on without a session: " + CallControl.cause(ex));
			}
			this.ended.complete(new SipCallEnd(SipCallEnd.Reason.SESSION_ENDED, cause));
		});
	}

	/**
	 * Return whether a session ended because its call is over.
	 * @param cause why the session ended
	 * @return whether the server closed it, or no longer knew the call
	 */
	static boolean isOver(CloseCause cause) {
		return cause instanceof ConnectionEnded ended && (ended.end() instanceof Closed
				|| (ended.end() instanceof HandshakeRefused refused && refused.status() == NOT_FOUND));
	}

	@Override
	public String toString() {
		return "SipCall[callId=" + this.callId + "]";
	}

}
