package io.realtime4j.spring.phone.engine;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import io.realtime4j.spring.phone.PhoneCaller;
import io.realtime4j.spring.phone.PhoneTransferException;
import io.realtime4j.spring.phone.PhoneTransferException.Reason;
import io.realtime4j.spring.phone.PhoneTransferPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Transfer of one call: at most one at a time, when the caller has heard what was said.
 */
final class CallTransfer {

	/**
	 * How much later than they should have been the last words may be told to be heard.
	 */
	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private static final Duration LONGEST = Duration.ofMinutes(1);

	private static final Duration COMMAND_TIMEOUT = Duration.ofSeconds(15);

	private final AtomicReference<@Nullable CompletableFuture<@Nullable Void>> current = new AtomicReference<>();

	private final PhoneDialect dialect;

	private final PhoneSink sink;

	private final TransferRules rules;

	private final Executor executor;

	private volatile @Nullable CompletableFuture<?> heard;

	private volatile boolean gone;

	/**
	 * Create a transfer.
	 * @param caller who calls
	 * @param dialect tells the carrier
	 * @param sink knows what was heard
	 * @param policy decides whom the call may be transferred to
	 * @param executor runs the command, and never on the thread that calls it
	 */
	CallTransfer(PhoneCaller caller, PhoneDialect dialect, PhoneSink sink, PhoneTransferPolicy policy,
			Executor executor) {
		this.dialect = dialect;
		this.sink = sink;
		this.rules = new TransferRules(caller, policy);
		this.executor = executor;
	}

	/**
	 * Begin to transfer the call.
	 * @param address whom to call
	 * @return completes when the carrier has taken it
	 */
	CompletableFuture<@Nullable Void> begin(URI address) {
		CompletableFuture<@Nullable Void> own = new CompletableFuture<>();
		TransferTarget target;
		try {
			target = this.rules.check(address);
			claim(own);
		}
		catch (PhoneTransferException ex) {
			return CompletableFuture.failedFuture(ex);
		}
		Duration patience = PATIENCE.plusMillis(this.sink.behindMillis());
		long longest = Math.min(patience.toMillis(), LONGEST.toMillis());
		CompletableFuture<?> heard = this.sink.silent().completeOnTimeout(null, longest, TimeUnit.MILLISECONDS);
		this.heard = heard;
		// The sink is locked by whoever tells it of the last mark
		heard.thenRun(() -> command(target, own));
		if (this.gone) {
			heard.complete(null);
		}
		return own;
	}

	private void claim(CompletableFuture<@Nullable Void> own) {
		if (this.gone) {
			throw ended();
		}
		if (!this.current.compareAndSet(null, own)) {
			throw new PhoneTransferException(Reason.IN_PROGRESS, "The call is being transferred already");
		}
	}

	private static PhoneTransferException ended() {
		return new PhoneTransferException(Reason.CALL_ENDED, "The call is over");
	}

	private void command(TransferTarget target, CompletableFuture<@Nullable Void> own) {
		try {
			this.executor.execute(() -> tell(target).orTimeout(COMMAND_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
				.whenComplete((done, ex) -> end(own, ex)));
		}
		catch (RejectedExecutionException ex) {
			end(own, ex);
		}
	}

	private CompletableFuture<@Nullable Void> tell(TransferTarget target) {
		if (this.gone) {
			return CompletableFuture.failedFuture(ended());
		}
		try {
			return this.dialect.transfer(target).thenApply((done) -> null);
		}
		catch (RuntimeException ex) {
			return CompletableFuture.failedFuture(ex);
		}
	}

	private void end(CompletableFuture<@Nullable Void> own, @Nullable Throwable problem) {
		if (problem == null) {
			own.complete(null);
			return;
		}
		Throwable cause = (problem instanceof CompletionException && problem.getCause() != null) ? problem.getCause()
				: problem;
		this.current.set(null);
		own.completeExceptionally((cause instanceof PhoneTransferException) ? cause : new PhoneTransferException(
				Reason.REFUSED, "The carrier could not be asked to transfer the call: " + cause, cause));
	}

	/**
	 * Return whether the call is transferred, once that is known.
	 * @return completes at once unless a transfer is under way
	 */
	CompletableFuture<Boolean> outcome() {
		CompletableFuture<@Nullable Void> own = this.current.get();
		return (own != null) ? own.handle((done, ex) -> ex == null) : CompletableFuture.completedFuture(false);
	}

	/**
	 * Note that the call is over. A transfer that waits for the last words is given up,
	 * and one that the carrier was told of is not.
	 */
	void gone() {
		this.gone = true;
		CompletableFuture<?> waiting = this.heard;
		if (waiting != null) {
			waiting.complete(null);
		}
	}

}
