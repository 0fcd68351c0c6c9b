package io.realtime4j.spring.sip;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.realtime4j.live.session.LiveSpec;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.session.context.SessionNotAdmittedException;
import io.realtime4j.spring.phone.PhoneCaller;
import io.realtime4j.usage.TenantBudgetUsedUpException;
import io.realtime4j.webhook.CallIncoming;
import io.realtime4j.webhook.SipHeader;
import org.jspecify.annotations.Nullable;

/**
 * A call until it is answered.
 */
final class WaitingCall implements IncomingCall {

	private final CallIncoming event;

	private final CallAnswers answers;

	private final AtomicBoolean answered = new AtomicBoolean();

	WaitingCall(CallIncoming event, CallAnswers answers) {
		this.event = event;
		this.answers = answers;
	}

	@Override
	public String callId() {
		return this.event.callId();
	}

	PhoneCaller caller() {
		return SipCaller.of(this.event);
	}

	@Override
	public List<SipHeader> claimedHeaders() {
		return this.event.sipHeaders();
	}

	@Override
	public @Nullable String claimedHeader(String name) {
		return this.event.sipHeader(name);
	}

	@Override
	public CompletableFuture<SipCall> accept() {
		return accept(() -> this.answers.session(callId()));
	}

	@Override
	public CompletableFuture<SipCall> accept(Consumer<SessionSpec.Builder> customizer) {
		return accept(() -> this.answers.session(callId(), customizer));
	}

	@Override
	public CompletableFuture<SipCall> acceptLive(Consumer<LiveSpec.Builder> customizer) {
		return accept(() -> this.answers.liveSession(callId(), customizer));
	}

	private CompletableFuture<SipCall> accept(Supplier<CallSession> session) {
		CallSession prepared;
		try {
			// Before the call counts as answered, so that a customizer that fails leaves
			// it to others
			prepared = session.get();
		}
		catch (SessionNotAdmittedException ex) {
			boolean budget = ex instanceof TenantBudgetUsedUpException;
			reject(budget ? SipStatus.BUSY_HERE : SipStatus.SERVICE_UNAVAILABLE,
					budget ? SipCallRejected.Reason.BUDGET : SipCallRejected.Reason.STOPPING);
			return CompletableFuture.failedFuture(ex);
		}
		catch (RuntimeException ex) {
			return CompletableFuture.failedFuture(ex);
		}
		return this.answered.compareAndSet(false, true) ? this.answers.accept(this, prepared) : answeredBefore();
	}

	@Override
	public CompletableFuture<Void> reject(int status) {
		if (status < 300 || status > 699) {
			throw new IllegalArgumentException("A call is rejected with a SIP status of 300 to 699, not " + status);
		}
		return reject(status, SipCallRejected.Reason.APPLICATION);
	}

	CompletableFuture<Void> reject(int status, SipCallRejected.Reason reason) {
		return this.answered.compareAndSet(false, true) ? this.answers.reject(this, status, reason) : answeredBefore();
	}

	private <T> CompletableFuture<T> answeredBefore() {
		return CompletableFuture.failedFuture(new IllegalStateException("Call " + callId() + " was answered before"));
	}

	@Override
	public String toString() {
		return "IncomingCall[callId=" + callId() + "]";
	}

}
