package io.realtime4j.spring.boot.autoconfigure.sip;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.realtime4j.spring.sip.SipCalls;

import org.springframework.context.SmartLifecycle;

/**
 * Ends the calls when the application stops: after the web server takes no more webhooks,
 * and before sessions are closed.
 */
final class SipCallsLifecycle implements SmartLifecycle {

	/**
	 * Between the web server ({@code DEFAULT_PHASE - 2048}) and the sessions
	 * ({@code DEFAULT_PHASE - 3072}).
	 */
	static final int PHASE = DEFAULT_PHASE - 2560;

	private static final Duration MARGIN = Duration.ofSeconds(5);

	private final SipCalls calls;

	private final Duration timeout;

	private volatile boolean running;

	SipCallsLifecycle(SipCalls calls, Duration drainTimeout) {
		this.calls = calls;
		this.timeout = drainTimeout.plus(MARGIN);
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
		this.calls.start();
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
		this.calls.stop()
			.completeOnTimeout(null, this.timeout.toMillis(), TimeUnit.MILLISECONDS)
			.whenComplete((ended, ex) -> {
				this.running = false;
				callback.run();
			});
	}

}
