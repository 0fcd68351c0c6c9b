package io.realtime4j.spring.sip;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.realtime4j.session.CloseCause;
import io.realtime4j.session.ConnectionEnded;
import io.realtime4j.session.VoiceSession;
import io.realtime4j.spring.phone.PhoneTransferException;
import io.realtime4j.spring.phone.engine.TransferRules;
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

	private static final int NOT_FOUND = 404;

	private final TransferRules transfers;

	private final VoiceSession session;

	private final CallControl control;

	private final Predicate<CloseCause> leftToOthers;

	private final AtomicReference<SipCallEnd.@Nullable Reason> reason = new AtomicReference<>();

	private final CompletableFuture<SipCallEnd> ended = new CompletableFuture<>();

	/**
	 * Create a call.
	 * @param transfers decides whom it may be transferred to, and knows who calls
	 * @param session the session that is attached to it
	 * @param control controls it
	 * @param leftToOthers tells whether another node may go on after an end of the
	 * session with this cause
	 */
	AcceptedCall(TransferRules transfers, VoiceSession session, CallControl control,
			Predicate<CloseCause> leftToOthers) {
		this.transfers = transfers;
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
		return this.transfers.caller().callId();
	}

	@Override
	public <S extends VoiceSession> S session(Class<S> type) {
		Assert.state(type.isInstance(this.session), () -> "The session of the call is a "
				+ this.session.getClass().getSimpleName() + ", which is no " + type.getSimpleName());
		return type.cast(this.session);
	}

	@Override
	public CompletableFuture<Void> refer(URI target) {
		try {
			URI checked = this.transfers.check(target).uri();
			return end(SipCallEnd.Reason.TRANSFERRED, () -> this.control.refer(callId(), checked));
		}
		catch (PhoneTransferException ex) {
			return CompletableFuture.failedFuture(ex);
		}
	}

	@Override
	public CompletableFuture<Void> hangUp() {
		return end(SipCallEnd.Reason.HUNG_UP, () -> this.control.hangUp(callId()));
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
		this.control.hangUp(callId()).whenComplete((done, ex) -> {
			if (ex != null) {
				logger.warn("Call " + callId() + " may go on without a session: " + CallControl.cause(ex));
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
		return "SipCall[callId=" + callId() + "]";
	}

}
